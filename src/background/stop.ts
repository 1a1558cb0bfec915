/**
 * Stop all agents, or those on one site: the network is sealed first, then it is kept, then what waits is refused and
 * the pages raise their shields. Anybody may stop; only a person in the toolbar popup lets agents work again.
 */
import type { Runtime } from 'webextension-polyfill';
import type { FromOwnPage } from '../messages/from-own-page.ts';
import { seal } from './boundary.ts';
import { readDurable, writeDurable } from './database.ts';
import { sendToCollector } from './deliver.ts';
import { open } from './hold-of-attempt.ts';
import { refuse } from './holds.ts';
import { untilArrived } from './on-their-way.ts';
import { record } from './record.ts';
import { type GuardState, killed, stoppedAt } from './state.ts';
import { isPersonsPopup } from './surface.ts';
import { tellOwnPages } from './talk-own.ts';
import { tellAllPages } from './tell-pages.ts';

/** A request that has been let go is with its server by then, in milliseconds. */
const ON_THEIR_WAY_MS = 1_500;

/** Fills the state with what was stopped before. What cannot be read is taken for stopped. */
export async function loadStops(state: GuardState): Promise<void> {
  const [everywhere, sites] = await Promise.all([
    readDurable('killedByPerson').catch(() => true),
    readDurable('stoppedSites').catch(() => []),
  ]);
  state.killedByPerson = everywhere === true;
  state.stoppedSites = new Set(Array.isArray(sites) ? sites.filter((each) => typeof each === 'string') : []);
}

/** What the popup asks about stopping. */
export async function answerStop(
  state: GuardState,
  message: FromOwnPage & { readonly type: 'kill' | 'revive' },
  sender: Runtime.MessageSender,
): Promise<void> {
  if (message.type === 'kill') return stopAgents(state, message.site);
  if (await isPersonsPopup(sender)) await letAgentsWork(state, message.site);
}

/** Stops agents on a site (null: everywhere). When it resolves, nothing of theirs leaves any more. */
export async function stopAgents(state: GuardState, site: string | null): Promise<void> {
  if (site === null) state.killedByPerson = true;
  else state.stoppedSites = new Set([...state.stoppedSites, site]);
  // From here on the listener refuses; the rules and the disk are waited for together, so that neither delays the other.
  const rules = seal(state);
  const kept = keep(state, site);
  await rules;
  // What had been let go a moment before cannot be called back. "Stopped" is said when it is through, or has had its time.
  await untilArrived(
    ({ release, assessment: { action, attribution } }) =>
      stoppedAt(state, action.site) !== 'no' && (release === null || attribution.actor === 'agent'),
    ON_THEIR_WAY_MS,
  );
  await record(site === null ? 'killed' : 'killed-on-site', { by: 'person', site });
  await kept;
  await afterStop(state);
}

/** What follows every stop, whoever has ordered it: acts of agents that wait are refused, pages and people are told. */
export async function afterStop(state: GuardState): Promise<void> {
  await changedEverywhere(state);
  for (const hold of open(state))
    if (hold.attribution.actor === 'agent' && stoppedAt(state, hold.action.site) !== 'no')
      await refuse(state, hold.id, 'killed');
}

/** The organisation has stopped agents, or lets them work again. */
export async function noteStopByPolicy(state: GuardState, before: ReturnType<typeof killed>): Promise<void> {
  const now = killed(state);
  if ((now === 'policy') === (before === 'policy')) return;
  await record(now === 'policy' ? 'killed' : 'revived', { by: 'policy', site: null });
  if (now === 'policy') await afterStop(state);
}

async function letAgentsWork(state: GuardState, site: string | null): Promise<void> {
  await record(site === null ? 'revived' : 'revived-on-site', { by: 'person', site });
  if (site === null) state.killedByPerson = false;
  else state.stoppedSites = new Set([...state.stoppedSites].filter((each) => each !== site));
  await keep(state, site);
  await seal(state);
  await changedEverywhere(state);
}

function keep(state: GuardState, site: string | null): Promise<void> {
  return site === null
    ? writeDurable('killedByPerson', state.killedByPerson)
    : writeDurable('stoppedSites', [...state.stoppedSites]);
}

/** Pages and people are told that something is stopped or may go on. */
export async function changedEverywhere(state: GuardState): Promise<void> {
  await Promise.all([tellAllPages(state), tellOwnPages(state)]);
  void sendToCollector(state.policy.collector, 'at-once');
}
