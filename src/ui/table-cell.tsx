/** A cell that in a narrow window, where each row stands as a block, says itself which column it is of. */
import type { ComponentChildren } from 'preact';

interface CellParts {
  /** The head of its column. */
  readonly name: string;
  readonly weight?: string;
  readonly children: ComponentChildren;
}

export function Cell({ name, weight = '', children }: CellParts) {
  return (
    <td class={weight}>
      <span class="column">{name}</span>
      <span>{children}</span>
    </td>
  );
}
