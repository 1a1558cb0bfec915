/** Reads what stands on the card in the page, through its closed shadow root, as a debugger can. Reading approves nothing. */
import { chromium } from 'playwright-core';
import { until } from './harness/until.ts';
import type { Stage } from './stage.ts';

interface Node {
  readonly nodeValue?: string;
  readonly nodeName: string;
  readonly children?: readonly Node[];
  readonly shadowRoots?: readonly Node[];
}

/** All text in closed shadow roots of the forum's tab, with spaces between the pieces (Chromium only). */
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
      return shadowText(root, false).join(' ').replace(/\s+/g, ' ').trim() || undefined;
    });
  } finally {
    await browser.close();
  }
}

function shadowText(node: Node, inside: boolean): readonly string[] {
  if (node.nodeName === 'STYLE') return [];
  const own = inside && node.nodeName === '#text' ? [node.nodeValue ?? ''] : [];
  return [
    ...own,
    ...(node.children ?? []).flatMap((child) => shadowText(child, inside)),
    ...(node.shadowRoots ?? []).flatMap((root) => shadowText(root, true)),
  ];
}
