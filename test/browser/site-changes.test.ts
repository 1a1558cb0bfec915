/**
 * The sites change, the guard does not: what it can no longer read it reports, and nothing of an agent's gets through.
 * COUNTERSIGN_FULL=1 tries all thirty changes; otherwise some of each kind.
 */
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { asServed } from '../workspace/disguise.ts';
import { type Agent, remoteAgent } from './agents.ts';
import { FULL } from './full.ts';
import { until } from './harness/until.ts';
import { mailAttempts } from './mail-attempts.ts';
import { SITE_CHANGES, type SiteChange } from './site-changes.ts';
import { openStage, type Stage, signedIn, signedInToMail, wantedBrowsers } from './stage.ts';

const REDUCED: Readonly<Record<'chromium' | 'firefox', readonly string[]>> = {
  chromium: [
    'posts and texts are called otherwise',
    'posts go to another address',
    'the send button’s frame is called otherwise',
  ],
  firefox: ['messages and texts are called otherwise'],
};

/** The restricted topic and the confidential thread that the agent reads before it writes elsewhere. */
const READ = {
  forum: { path: '/t/sev1-key-leak-token-service/77', source: 'forum topic:77', shown: 'SEV1' },
  mail: { path: '/mail/u/0/#inbox/19a3f40c7b1e2d01', source: 'mail thread', shown: 'Q4 restructuring' },
} as const;

describe.each(wantedBrowsers())('a site that has changed (%s)', (browser) => {
  let stage: Stage;
  let agent: Agent;
  let visits = 0;

  beforeAll(async () => {
    stage = await openStage({ browser, remote: 'agent' });
    agent = await remoteAgent(stage);
  }, 120_000);

  afterEach(() => {
    stage.forum.change(null);
    stage.mail.change(null);
  });

  afterAll(async () => {
    await agent?.leave();
    await stage?.close();
  });

  /** In a browser that has read nothing before, so that what it knows it has read from the changed site. */
  async function read({ site, disguise }: SiteChange): Promise<void> {
    if (visits > 0) {
      await agent.leave();
      await stage.restart();
      agent = await remoteAgent(stage);
    }
    stage[site].change(disguise);
    const { path, shown } = READ[site];
    visits += 1;
    const to = path.replace(/(?=#|$)/, `?visit=${visits}`);
    await agent.goTo(site === 'forum' ? signedIn('alice', to) : signedInToMail('alice', to));
    await until(`“${shown}” on the page`, () =>
      agent.run<boolean>(`return document.body.innerText.includes(${JSON.stringify(shown)});`).catch(() => undefined),
    );
  }

  /** The agent's own request, in the form that the changed site takes; what its page was told. */
  async function byRequest({ site, disguise }: SiteChange): Promise<string> {
    const code =
      site === 'forum'
        ? `const kept = new Promise((resolve) => setTimeout(() => resolve('waits'), 2000)); return Promise.race([kept, fetch('/posts', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: new URLSearchParams({ raw: 'Good morning, number ${visits}.', topic_id: '101' }).toString() }).then(() => 'sent', () => 'refused')]);`
        : (mailAttempts({
            thread: 'thread-a:r41',
            to: ['dave@northwind.example'],
            subject: 'Lunch',
            html: `<div>Noon, number ${visits}?</div>`,
          }).find(({ name }) => name === 'XMLHttpRequest')?.code ?? '');
    return agent.run<string>(asServed(code, disguise));
  }

  async function byComposer({ site, disguise }: SiteChange): Promise<string> {
    const named = (selector: string) => asServed(selector, disguise);
    const text = `Good morning, number ${visits}.`;
    if (site === 'forum') {
      await agent.click(named('#topic-footer-buttons .create'));
      await agent.write(named('#reply-control .d-editor-input'), text);
      await agent.click(named('.save-or-cancel button.create'));
      return 'pressed';
    }
    await agent.click(named('.ams.bkG'));
    await agent.write(named('.M9 [name="to"] input.agP'), 'dave@northwind.example,');
    await agent.insert(named('.M9 [g_editable="true"]'), text);
    await agent.click(named('.M9 .IZ .Up [role="button"].aoO'));
    return 'pressed';
  }

  const tried = SITE_CHANGES.filter(({ name }) => FULL || REDUCED[browser].includes(name));
  it.each(tried.map((change) => [change.site, change.name, change] as const))(
    '%s: %s',
    async (site, name, change) => {
      const before = { entries: stage.collector.entries.length, arrived: arrived(stage) };
      const entries = () => stage.collector.entries.slice(before.entries);
      await read(change);
      const told = await (change.by === 'request' ? byRequest(change) : byComposer(change));
      const outcome = await until(
        'the guard to know, or to say that it does not',
        () =>
          outcomeOf(entries(), site) ?? (told.startsWith('refused') ? 'refused, as what cannot be read' : undefined),
        60_000,
      );
      console.log(`    ${browser}, ${site}, ${name}: ${outcome}`);
      expect(arrived(stage)).toBe(before.arrived);
    },
    120_000,
  );
});

function arrived(stage: Stage): number {
  return stage.forum.published().length + stage.mail.sent().length;
}

type EntryLike = Readonly<Record<string, unknown>>;

/** What became of it; undefined while the guard has neither read it nor said that it cannot. */
function outcomeOf(entries: readonly EntryLike[], site: SiteChange['site']): string | undefined {
  const bodies = (kind: string) =>
    entries.filter((entry) => entry.kind === kind).map((entry) => entry.body as Readonly<Record<string, unknown>>);
  const held = bodies('held').filter((body) => body.site === site);
  if (held.some((body) => String(body.sources).includes(READ[site].source))) return 'held, with what was read';
  const parts = bodies('site-changed').flatMap((body) => body.parts as readonly string[]);
  return parts.length > 0 ? `reported: ${[...new Set(parts)].join(', ')}` : undefined;
}
