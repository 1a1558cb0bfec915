/** What a forum’s HTML says in words, for comparing with what is written. */

/** The words of a piece of HTML, one block a line. Only for comparing texts; never shown, never signed. */
export function plainText(html: string): string {
  const named: Readonly<Record<string, string>> = {
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    nbsp: ' ',
    hellip: '…',
    rsquo: '’',
    lsquo: '‘',
    ldquo: '“',
    rdquo: '”',
    mdash: '—',
    ndash: '–',
  };
  return (
    html
      // No search goes on beyond the next tag that opens: forums do not write "<" into a tag, and a text full of them would
      // take minutes.
      .replace(/<(script|style)\b(?:(?!<\1\b)[\s\S])*?<\/\1>/gi, '')
      .replace(/<(br|\/p|\/li|\/h[1-6]|\/pre|\/blockquote|\/tr)\b[^<>]*>/gi, '\n')
      .replace(/<[^<>]*>/g, '')
      .replace(
        /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{2,8}));/gi,
        (whole, decimal?: string, hex?: string, name?: string) => {
          if (name !== undefined) return named[name.toLowerCase()] ?? whole;
          const code = decimal !== undefined ? Number(decimal) : Number.parseInt(hex ?? '', 16);
          return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
        },
      )
  );
}
