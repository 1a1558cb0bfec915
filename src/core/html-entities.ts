/** HTML's character references, as browsers decode them: HTML 4 whole, and of HTML 5 what could hide words. */

/** HTML's names of Latin-1 characters from U+00A0 on; also understood without their semicolon. */
const LATIN =
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute ' +
  'micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring ' +
  'AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml ' +
  'times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil ' +
  'egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ' +
  'ugrave uacute ucirc uuml yacute thorn yuml';
/** Other names of HTML 4, and those of HTML 5 for ASCII and for spaces; code points in hexadecimal. */
const OTHERS =
  'Tab:9 NewLine:a excl:21 QUOT:22 num:23 dollar:24 percnt:25 AMP:26 apos:27 lpar:28 rpar:29 ast:2a midast:2a ' +
  'plus:2b comma:2c period:2e sol:2f colon:3a semi:3b LT:3c equals:3d GT:3e quest:3f commat:40 lbrack:5b lsqb:5b ' +
  'bsol:5c rbrack:5d rsqb:5d Hat:5e UnderBar:5f lowbar:5f DiacriticalGrave:60 grave:60 lbrace:7b lcub:7b ' +
  'VerticalLine:7c verbar:7c vert:7c rbrace:7d rcub:7d NonBreakingSpace:a0 OElig:152 oelig:153 Scaron:160 ' +
  'scaron:161 Yuml:178 fnof:192 circ:2c6 tilde:2dc Alpha:391 Beta:392 Gamma:393 Delta:394 Epsilon:395 Zeta:396 ' +
  'Eta:397 Theta:398 Iota:399 Kappa:39a Lambda:39b Mu:39c Nu:39d Xi:39e Omicron:39f Pi:3a0 Rho:3a1 Sigma:3a3 ' +
  'Tau:3a4 Upsilon:3a5 Phi:3a6 Chi:3a7 Psi:3a8 Omega:3a9 alpha:3b1 beta:3b2 gamma:3b3 delta:3b4 epsilon:3b5 ' +
  'zeta:3b6 eta:3b7 theta:3b8 iota:3b9 kappa:3ba lambda:3bb mu:3bc nu:3bd xi:3be omicron:3bf pi:3c0 rho:3c1 ' +
  'sigmaf:3c2 sigma:3c3 tau:3c4 upsilon:3c5 phi:3c6 chi:3c7 psi:3c8 omega:3c9 thetasym:3d1 upsih:3d2 piv:3d6 ' +
  'ensp:2002 emsp:2003 emsp13:2004 emsp14:2005 numsp:2007 puncsp:2008 ThinSpace:2009 thinsp:2009 ' +
  'VeryThinSpace:200a hairsp:200a NegativeMediumSpace:200b NegativeThickSpace:200b NegativeThinSpace:200b ' +
  'NegativeVeryThinSpace:200b ZeroWidthSpace:200b zwnj:200c zwj:200d lrm:200e rlm:200f dash:2010 hyphen:2010 ' +
  'ndash:2013 mdash:2014 horbar:2015 Verbar:2016 Vert:2016 OpenCurlyQuote:2018 lsquo:2018 CloseCurlyQuote:2019 ' +
  'rsquo:2019 rsquor:2019 lsquor:201a sbquo:201a OpenCurlyDoubleQuote:201c ldquo:201c CloseCurlyDoubleQuote:201d ' +
  'rdquo:201d rdquor:201d bdquo:201e ldquor:201e dagger:2020 Dagger:2021 ddagger:2021 bull:2022 bullet:2022 ' +
  'nldr:2025 hellip:2026 mldr:2026 permil:2030 pertenk:2031 prime:2032 Prime:2033 tprime:2034 backprime:2035 ' +
  'bprime:2035 lsaquo:2039 rsaquo:203a OverBar:203e oline:203e caret:2041 hybull:2043 frasl:2044 bsemi:204f ' +
  'qprime:2057 MediumSpace:205f NoBreak:2060 ApplyFunction:2061 af:2061 InvisibleTimes:2062 it:2062 ' +
  'InvisibleComma:2063 ic:2063 euro:20ac image:2111 weierp:2118 real:211c trade:2122 alefsym:2135 larr:2190 ' +
  'uarr:2191 rarr:2192 darr:2193 harr:2194 crarr:21b5 lArr:21d0 uArr:21d1 rArr:21d2 dArr:21d3 hArr:21d4 ' +
  'forall:2200 part:2202 exist:2203 empty:2205 nabla:2207 isin:2208 notin:2209 ni:220b prod:220f sum:2211 ' +
  'minus:2212 lowast:2217 radic:221a prop:221d infin:221e ang:2220 and:2227 or:2228 cap:2229 cup:222a int:222b ' +
  'there4:2234 sim:223c cong:2245 asymp:2248 ne:2260 equiv:2261 le:2264 ge:2265 sub:2282 sup:2283 nsub:2284 ' +
  'sube:2286 supe:2287 oplus:2295 otimes:2297 perp:22a5 sdot:22c5 lceil:2308 rceil:2309 lfloor:230a rfloor:230b ' +
  'loz:25ca spades:2660 clubs:2663 hearts:2665 diams:2666 lang:27e8 rang:27e9';
const LEGACY = new Map([
  ...LATIN.split(' ').map((name, i) => [name, String.fromCodePoint(0xa0 + i)] as const),
  ...Object.entries({ amp: '&', AMP: '&', lt: '<', LT: '<', gt: '>', GT: '>', quot: '"', QUOT: '"' }),
  ...Object.entries({ COPY: '©', REG: '®' }),
]);
const NAMED = new Map([
  ...LEGACY,
  ...OTHERS.split(' ').map((entry) => {
    const [name = '', code = ''] = entry.split(':');
    return [name, String.fromCodePoint(Number.parseInt(code, 16))] as const;
  }),
]);
/** What numeric entities from 128 to 159 mean: Windows-1252, as browsers read them. */
const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

/** Entities as browsers decode them; one whose name is not known here stays as it stands. */
export function decodeEntities(text: string, inAttribute: boolean): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:#x([0-9a-f]+);?|#(\d+);?|([a-z][a-z0-9]{0,31})(;?)(=?))/gi,
    (whole, hex?: string, decimal?: string, name?: string, semicolon?: string, equals?: string) => {
      if (name === undefined) return characterOf(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16));
      const full = semicolon === ';' ? NAMED.get(name) : LEGACY.get(name);
      if (full !== undefined) return inAttribute && semicolon !== ';' && equals === '=' ? whole : full + equals;
      // Old names also count without their end ("&copy2026"), but not in attributes, where they are parameters.
      for (let end = Math.min(name.length, 6); !inAttribute && end >= 2; end--) {
        const old = LEGACY.get(name.slice(0, end));
        if (old !== undefined) return old + whole.slice(end + 1);
      }
      return whole;
    },
  );
}

function characterOf(code: number): string {
  if (code >= 0x80 && code <= 0x9f) return WINDOWS_1252.charAt(code - 0x80);
  const none = code === 0 || code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff);
  return none ? '\ufffd' : String.fromCodePoint(code);
}
