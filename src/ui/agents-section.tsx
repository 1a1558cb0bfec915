/** Agents at work, in the toolbar popup: one line each, and why we believe that they are there. */
import type { SessionView } from '../messages/agent-view.ts';
import type { GuardView } from '../messages/views.ts';
import { agentName, sessionEvidence, sessionLine } from './agent-words.ts';
import { say } from './ask.ts';

export function Agents({ view }: { readonly view: GuardView }) {
  if (view.agents.length === 0) return null;
  return (
    <section aria-labelledby="agents">
      <h2 id="agents">{say('agentsTitle')}</h2>
      <ul class="agents">
        {view.agents.map((session) => (
          <OneAgent key={session.id} session={session} />
        ))}
      </ul>
    </section>
  );
}

function OneAgent({ session }: { readonly session: SessionView }) {
  return (
    <li>
      <strong>{agentName(session.agent, say)}</strong> <span class="note">{sessionLine(session, say)}</span>
      <p class="note">{sessionEvidence(session, say).join(' ')}</p>
    </li>
  );
}
