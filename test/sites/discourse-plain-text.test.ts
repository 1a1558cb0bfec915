/** The words of what a forum answers, also where that is made to be slow: any site can say that it is a forum. */
import { describe, expect, it } from 'vitest';
import { plainText } from '../../src/sites/plain-text.ts';

const LONG = 400_000;

describe('the plain text of HTML made to be slow', () => {
  it.each(['<', '<a', '<br', '</p', '<script ', '<style', '<script></script', '</script', '&', '&#1'])(
    '%s',
    (piece) => {
      const html = `${piece.repeat(LONG / piece.length)}z`;
      const from = performance.now();
      expect(plainText(html).endsWith('z')).toBe(true);
      expect(performance.now() - from).toBeLessThan(2_000);
    },
  );

  it('is what it was', () => {
    const html =
      '<p class="a">One<br/>two</p><script>no("</p>")</script><style>p > a {}</style><ul><li>3 &lt; 4</li></ul>';
    expect(plainText(html)).toBe('One\ntwo\n3 < 4\n');
  });
});
