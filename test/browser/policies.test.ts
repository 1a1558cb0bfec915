/**
 * Policies as real policy files in real browsers: what the guard reports and what it then does with an agent's post.
 * COUNTERSIGN_FULL=1 runs the whole table; Firefox reads its policy at the start only and is restarted for each.
 */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { corpPolicy } from '../workspace/policy.ts';
import { type Agent, remoteAgent } from './agents.ts';
import { FULL } from './full.ts';
import { until } from './harness/until.ts';
import { type DeliveredPolicy, deliveredPolicies, type Reported } from './policies.ts';
import { openStage, type Stage, signedIn, wantedBrowsers } from './stage.ts';

/** Enough of the table to see that each way of delivery works; the names are those of `policies.ts`. */
const REDUCED: Readonly<Record<'chromium' | 'firefox', readonly string[]>> = {
  chromium: [
    'one string with everything',
    'a trial',
    'a rule that forbids',
    'agents send alone',
    'one wrong type deep inside',
    'nothing any more',
  ],
  firefox: ['one wrong type deep inside'],
};

const table = deliveredPolicies(corpPolicy('http://127.0.0.1:1/ledger'));

describe.each(wantedBrowsers())('a policy as it is delivered (%s)', (browser) => {
  let stage: Stage;
  let agent: Agent;
  let number = 100;

  beforeAll(async () => {
    stage = await openStage({ browser, remote: 'agent' });
    agent = await remoteAgent(stage);
    await agent.goTo(signedIn('alice', '/t/lunch-on-thursday/102'));
  }, 120_000);

  afterAll(async () => {
    await agent?.leave();
    await stage?.close();
  });

  /** The case's values with this stage's collector, and a number of their own: no two are the same to a browser. */
  function numbered({ values }: DeliveredPolicy): Readonly<Record<string, unknown>> | null {
    number += 1;
    if (values === null) return null;
    const ledger = { collector: stage.collector.url };
    const put = (each: Readonly<Record<string, unknown>>) => ({ ...each, policyVersion: number, ledger });
    if ('policyJson' in values && Object.keys(values).length === 1)
      return { policyJson: withNumber(String(values.policyJson), put) };
    if ('policy' in values) return { policy: put(values.policy as Readonly<Record<string, unknown>>) };
    return put(values);
  }

  async function deliver(values: Readonly<Record<string, unknown>> | null): Promise<Report> {
    const before = stage.collector.entries.length;
    if (browser === 'firefox') {
      await agent.leave();
      await stage.restart({ managed: values ?? undefined });
      agent = await remoteAgent(stage);
      await agent.goTo(signedIn('alice', '/t/lunch-on-thursday/102'));
    } else stage.launched().setManaged(values);
    return until('the guard to report the policy', () => reported(stage.collector.entries.slice(before)), 60_000);
  }

  /** The reply from a page of its own, so that nothing of an earlier one still waits there. */
  async function reply(text: string): Promise<string> {
    await agent.goTo(signedIn('alice', '/t/lunch-on-thursday/102'));
    const published = stage.forum.published().length;
    const before = stage.collector.entries.length;
    const body = new URLSearchParams({ raw: text, topic_id: '102' }).toString();
    await agent.run(
      `window.asked = 'waits'; window.fetch('/posts', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: ${JSON.stringify(body)} }).then(() => { window.asked = 'sent'; }, () => { window.asked = 'refused'; }); return null;`,
    );
    return until('the reply to arrive or to be kept', async () => {
      if (stage.forum.published().length > published) return 'sent';
      if ((await agent.run<string>('return window.asked;')) === 'refused') return 'BLOCK';
      return stage.collector.entries.slice(before).some(isKept) && 'WARN';
    });
  }

  /** A reply from the page as it stands; how the page's own request ended. */
  function replyHere(text: string): Promise<string> {
    const body = new URLSearchParams({ raw: text, topic_id: '102' }).toString();
    return agent.run(
      `return window.fetch('/posts', { method: 'POST', headers: { 'content-type': 'application/x-www-form-urlencoded' }, body: ${JSON.stringify(body)} }).then(() => 'sent', () => 'refused');`,
    );
  }

  it.each(
    table.filter((each) => FULL || REDUCED[browser].includes(each.name)).map((each) => [each.name, each] as const),
  )(
    '%s',
    async (name, each) => {
      const report = await deliver(numbered(each));
      expect(asExpected(report, each[browser])).toEqual(each[browser]);
      const outcome = await reply(each.text ?? `A table for six at noon (${number}).`);
      console.log(`    ${name}: ${report.kind}${report.faults.map((fault) => ` ${fault}`).join('')} → ${outcome}`);
      expect(outcome).toBe(each.reply);
    },
    120_000,
  );

  it.runIf(browser === 'chromium')('is in force in a tab that is open, without loading it again', async () => {
    const named = (name: string) => numbered(table.find((each) => each.name === name) as DeliveredPolicy);
    await deliver(named('agents send alone'));
    expect(await reply('Before the change.')).toBe('sent');
    const changed = Date.now();
    stage.launched().setManaged(named('a rule that forbids'));
    await until(
      'the open tab to be refused',
      async () => (await replyHere(`At ${Date.now()}.`)) === 'refused',
      30_000,
      250,
    );
    console.log(`    in force in the open tab after ${((Date.now() - changed) / 1000).toFixed(1)} s`);
  });
});

interface Report {
  readonly kind: 'good' | 'absent' | 'damaged';
  readonly faults: readonly string[];
}

/** An entry about an act that waits for a person. */
function isKept({ kind, body }: Readonly<Record<string, unknown>>): boolean {
  return ['held', 'repeated'].includes(String(kind)) && (body as { readonly level?: string }).level === 'WARN';
}

function reported(entries: readonly Readonly<Record<string, unknown>>[]): Report | undefined {
  const entry = entries.find((each) =>
    ['policy-loaded', 'policy-damaged', 'guard-started'].includes(String(each.kind)),
  );
  if (entry === undefined) return undefined;
  const body = entry.body as {
    readonly found?: Report['kind'];
    readonly policy?: Report['kind'];
    readonly faults: readonly string[];
  };
  return { kind: body.found ?? body.policy ?? 'damaged', faults: body.faults };
}

/** The report in the table's words: of the faults only those that the table asks for. */
function asExpected(report: Report, wanted: Reported): Reported {
  if (report.kind !== 'damaged') return report.kind;
  return typeof wanted === 'string' ? report.faults : wanted.filter((path) => report.faults.includes(path));
}

function withNumber(text: string, put: (values: Readonly<Record<string, unknown>>) => object): string {
  try {
    return JSON.stringify(put(JSON.parse(text) as Readonly<Record<string, unknown>>));
  } catch {
    return text;
  }
}
