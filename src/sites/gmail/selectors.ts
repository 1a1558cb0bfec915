/**
 * Every selector for Gmail's page, in one table. From public sources of 2026-07-23 (InboxSDK 2.2.18), 2026-08-17
 * (FlowCrypt) and gmail.js 1.1.16, and a compose window recorded in October 2020. None depends on a language.
 */
export const SELECTORS = {
  /** A popup, a full screen composer, a reply within the thread. */
  composer: '.M9, .ip.adB',
  editor: '.Ap [g_editable="true"]',
  editorElse: '[contenteditable="true"][role="textbox"]',
  plainEditor: '.Ap textarea.Ak',
  richArea: '.Ap .Ar.Au',
  subject: '[name="subjectbox"]',
  subjectElse: '[name="subject"]',
  thread: '[name="rt"]',
  draft: '[name="draft"]',
  /** Recipients since October 2021; chips, and what is typed but no chip yet. */
  chips: '[role="option"], [data-hovercard-id]',
  typed: 'input:not([type="hidden"]):not(.wA), textarea',
  /** Recipients before; the hidden inputs bear the field's name. */
  classicRow: 'textarea.vO',
  classicHidden: '.vR > input[type="hidden"][name]',
  classicChips: '.vR span[email]',
  /** The one line that a reply shows instead, which does not say who is in which field. */
  summary: '.az9 span[email]',
  /** The button that shows a trimmed quotation. */
  trimmed: '.ajR, .et [aria-expanded="false"]:not([aria-haspopup])',
  /** Pictures that the page shows from another place than the mail will. */
  ownPictures: 'img[data-surl], img[src^="cid:"], img[src^="blob:"], img[src^="data:"], img[src*="attid="]',
  /** `.GM` is the tray of attachments below the editor (recorded empty); the cards are those of read mail. */
  attachments: '.dL, .aZo, .aQw, [name="attach"]',
  attachmentTray: '.GM',
  send: '.IZ .Up [role="button"]:not([aria-haspopup="true"])',
  sendAndArchive: '.Uo',
  scheduledSend: '[selector="scheduledSend"]',
  /** From public scripts, not verified in Gmail itself (2026-11). */
  undo: '#link_undo',
  viewSent: '#link_vsm',
  title: 'h2.hP',
  labels: '.hN, .ha .J-J5-Ji',
  message: '.adn',
  messageBody: '.a3s',
  sender: 'td.gF span[email], .gD[email]',
  receiver: '.hb span[email], .g2[email]',
  account: 'a[href^="https://accounts.google.com/"][aria-label*="@"]',
} as const;
