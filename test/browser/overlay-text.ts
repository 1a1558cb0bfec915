/** Reads what stands on the card in the page, through its closed shadow root, as a debugger can. Reading approves nothing. */
import { chromium } from 'playwright-core';
import { until } from './harness/until.ts';
import type { Stage } from './stage.ts';

interface Node {
  readonly nodeValue?: string;
  readonly nodeName: string;
  /** Names and values in turn. */
  readonly attributes?: readonly string[];
  readonly children?: readonly Node[];
  readonly shadowRoots?: readonly Node[];
}

/** All text of our card in the forum's tab, with spaces between the pieces (Chromium only). */
export async function overlayText(stage: Stage): Promise<string> {
  const browser = await chromium.connectOverCDP(stage.launched().remoteUrl ?? '');
  try {
    const page = browser
      .contexts()[0]
      ?.pages()
      .find((each) => each.url().includes('forum.corp.example'));
    if (page === undefined) throw new Error('no forum tab');
    const session = await page.context().newCDPSession(page);
    return await until('the card', async () => {
      const { root } = (await session.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: Node };
      return cardText(root, false).join(' ').replace(/\s+/g, ' ').trim() || undefined;
    });
  } finally {
    await browser.close();
  }
}

/** The text within cards that lie in shadow roots; a sign that an agent works here is none. */
function cardText(node: Node, inside: boolean): readonly string[] {
  if (inside && classOf(node).split(' ').includes('card')) return textIn(node);
  return [
    ...(node.children ?? []).flatMap((child) => cardText(child, inside)),
    ...(node.shadowRoots ?? []).flatMap((root) => cardText(root, true)),
  ];
}

function textIn(node: Node): readonly string[] {
  const own = node.nodeName === '#text' ? [node.nodeValue ?? ''] : [];
  return [...own, ...(node.children ?? []).flatMap(textIn)];
}

function classOf({ attributes = [] }: Node): string {
  const at = attributes.indexOf('class');
  return at < 0 ? '' : (attributes[at + 1] ?? '');
}
