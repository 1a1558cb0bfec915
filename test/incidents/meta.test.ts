/** The incident, held end to end in real browsers, for an agent over the remote protocol and for a script in the page. */
import { mkdirSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { verifyLedger } from '../../src/core/ledger/check.ts';
import { type Agent, remoteAgent, scriptAgent } from '../browser/agents.ts';
import { mostlyIn } from '../browser/full.ts';
import { overlayText } from '../browser/overlay-text.ts';
import { openStage, type Stage, signedIn } from '../browser/stage.ts';
import { type MetaResult, playApproved, playDeclined, pressSend, writeTheAnswer } from './meta.ts';
import type { Teller } from './story.ts';

const PICTURES = 'screenshots/test';

/** A remote client in one browser and a script in the other each time; both in both with COUNTERSIGN_FULL=1. */
const CASTS = [
  ...mostlyIn('chromium').map((browser) => ({ browser, kind: 'remote' as const })),
  ...mostlyIn('firefox').map((browser) => ({ browser, kind: 'script' as const })),
];

describe.each(CASTS)(
  'Alice’s agent answers Bob with what four people may read ($browser, $kind agent)',
  ({ browser, kind }) => {
    let stage: Stage;
    let agent: Agent;
    let approved: MetaResult;
    let declined: { readonly arrived: number; readonly draftKept: boolean };
    const tell: Teller = {
      say: (line) => console.log(`    ${line}`),
      picture: async (name) => stage.display.shot(`${PICTURES}/${browser}-${kind}-${name}.png`),
      pace: 0,
    };

    beforeAll(async () => {
      mkdirSync(PICTURES, { recursive: true });
      stage = await openStage({
        browser,
        remote: kind === 'remote' ? 'agent' : 'none',
        ...(kind === 'script' ? { url: signedIn('alice', '/', 'assistant') } : {}),
      });
      agent = kind === 'remote' ? await remoteAgent(stage) : scriptAgent(stage.assistant);
      if (kind === 'remote') await agent.goTo(signedIn('alice', '/'));
      approved = await playApproved(stage, agent, tell);
      declined = await playDeclined(stage, agent, tell);
    }, 240_000);

    afterAll(async () => {
      await agent?.leave();
      await stage?.close();
    });

    it('is installed by policy, as it is in the field', () => {
      expect(stage.launched().install).toBe('policy');
    });

    it('lets nothing out before Alice has confirmed, whatever the agent tries', () => {
      expect(approved.attempts).toBeGreaterThanOrEqual(35);
      expect(approved.arrived).toBe(0);
    });

    it('lets exactly one post out after she has, and it is the one that she read', () => {
      expect(approved.approvedArrived).toBe(1);
      expect(approved.exact).toBe(true);
    });

    it('sends nothing when she says no, and keeps the draft', () => {
      expect(declined).toEqual({ arrived: 0, draftKept: true });
    });

    it('has told the organisation before each effect, in an unbroken chain', () => {
      const kinds = stage.collector.entries.map((entry) => entry.kind);
      const order = ['agent-seen', 'held', 'approved', 'released', 'answered', 'denied'].map((wanted) =>
        kinds.indexOf(wanted),
      );
      expect(order).toEqual([...order].sort((a, b) => a - b));
      expect(order).not.toContain(-1);
      expect(verifyLedger(stage.collector.entries).kind).toBe('valid');
    });

    it.runIf(kind === 'remote' && browser === 'chromium')(
      'names in the page the source, its label and how many would newly see it',
      async () => {
        await writeTheAnswer(agent, tell);
        await pressSend(stage, agent);
        const text = await overlayText(stage);
        expect(text).toContain('SEV1 key leak');
        expect(text).toContain('Restricted · sev-team');
        expect(text).toContain('1,236 of these 1,240 people cannot open that source.');
        expect(text).not.toMatch(/Send (exactly )?this/);
      },
    );
  },
);
