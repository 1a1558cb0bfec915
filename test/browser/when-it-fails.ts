/** What is left behind for whoever reads a failed browser test. */
import type { TestContext } from 'vitest';
import type { Stage } from './stage.ts';

/** For `afterEach`: after a failure, a picture of the display and the record so far. */
export function showFailure({ task }: Pick<TestContext, 'task'>, stage: Stage, name: string): void {
  if (task.result?.state !== 'fail') return;
  stage.display.shot(`screenshots/test/${name}-failed.png`);
  const lines = stage.collector.entries.map(
    (each) => `${each.seq} ${each.kind} ${JSON.stringify(each.body).slice(0, 260)}`,
  );
  console.log(lines.join('\n'));
}
