/**
 * The mail's words in four languages: nothing in the page but these differs between them, so that whoever reads the page
 * by its words finds out. The language is the server's, from `?hl=` of the page's address.
 */
import { language } from './start.js';

/** English to German, Japanese and Arabic. What is missing stays English, as it does in Gmail while it is being translated. */
const WORDS = {
  Send: ['Senden', '送信', 'إرسال'],
  'Send and archive': ['Senden und archivieren', '送信してアーカイブ', 'إرسال وأرشفة'],
  'More send options': ['Weitere Sendeoptionen', 'その他の送信オプション', 'المزيد من خيارات الإرسال'],
  'Schedule send': ['Senden planen', '送信日時を設定', 'جدولة الإرسال'],
  'Tomorrow morning': ['Morgen früh', '明日の午前', 'صباح الغد'],
  'Message Body': ['Nachrichtentext', 'メッセージ本文', 'نص الرسالة'],
  Subject: ['Betreff', '件名', 'الموضوع'],
  To: ['An', 'To', 'إلى'],
  Cc: ['Cc', 'Cc', 'نسخة إلى'],
  Bcc: ['Bcc', 'Bcc', 'نسخة مخفية'],
  recipients: ['Empfänger', '宛先', 'المستلمون'],
  Remove: ['Entfernen', '削除', 'إزالة'],
  'New Message': ['Neue Nachricht', '新規メッセージ', 'رسالة جديدة'],
  Compose: ['Schreiben', '作成', 'إنشاء'],
  Reply: ['Antworten', '返信', 'ردّ'],
  'Reply all': ['Allen antworten', '全員に返信', 'الردّ على الكلّ'],
  Forward: ['Weiterleiten', '転送', 'إعادة توجيه'],
  'Forward as attachment': ['Als Anhang weiterleiten', '添付ファイルとして転送', 'إعادة توجيه كمرفق'],
  'Show trimmed content': ['Gekürzten Inhalt anzeigen', '省略部分を表示', 'عرض المحتوى المقتطع'],
  'Confidential mode': ['Vertraulicher Modus', '情報保護モード', 'الوضع السري'],
  'Discard draft': ['Entwurf verwerfen', '下書きを破棄', 'تجاهل المسودة'],
  'Draft saved': ['Entwurf gespeichert', '下書きを保存しました', 'تمّ حفظ المسودة'],
  'Saving…': ['Wird gespeichert…', '保存中…', 'جارٍ الحفظ…'],
  'Sending…': ['Wird gesendet…', '送信中…', 'جارٍ الإرسال…'],
  'Message sent': ['Nachricht gesendet', 'メッセージを送信しました', 'تم إرسال الرسالة'],
  'Send scheduled': ['Senden geplant', '送信が予約されました', 'تمت جدولة الإرسال'],
  Undo: ['Rückgängig', '元に戻す', 'تراجع'],
  'View message': ['Nachricht anzeigen', 'メッセージを表示', 'عرض الرسالة'],
  Archive: ['Archivieren', 'アーカイブ', 'أرشفة'],
  Delete: ['Löschen', '削除', 'حذف'],
  'Report spam': ['Spam melden', '迷惑メールを報告', 'الإبلاغ عن رسالة غير مرغوب فيها'],
  'Forwarded message': ['Weitergeleitete Nachricht', '転送されたメッセージ', 'رسالة مُعاد توجيهها'],
};

const ORDER = ['de', 'ja', 'ar'];
const index = ORDER.indexOf(language);

/** A text of the page in its language. */
export function word(text) {
  return (index < 0 ? undefined : WORDS[text]?.[index]) ?? text;
}

/** What stands above a quotation, with its words in the language's own order. */
export function wrote(time, who) {
  const lines = {
    de: `Am ${time} schrieb ${who}:`,
    ja: `${time} ${who}:`,
    ar: `في ${time} كتب ${who}:`,
  };
  return lines[language] ?? `On ${time}, ${who} wrote:`;
}
