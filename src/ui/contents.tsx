/** The options page's own table of contents. */
import { say } from './ask.ts';

export interface Part {
  /** Of the section's heading. */
  readonly id: string;
  readonly title: string;
}

export function Contents({ parts }: { readonly parts: readonly Part[] }) {
  return (
    <nav class="contents" aria-labelledby="contents">
      <p id="contents" class="kicker">
        {say('onThisPage')}
      </p>
      <ul>
        {parts.map(({ id, title }) => (
          <li key={id}>
            <a href={`#${id}`}>{title}</a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
