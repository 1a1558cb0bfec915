/** The names of the four corporate levels in five languages, as they stand on documents and chips. */

export type CorporateId = 'public' | 'internal' | 'confidential' | 'restricted';

/** Names that are marks wherever a mark counts. */
export const PLAIN_NAMES: Readonly<Record<CorporateId, readonly string[]>> = {
  public: listed(
    'For public release; Approved for public release; Cleared for public release; Öffentlich; ' +
      'Zur Veröffentlichung freigegeben; Für die Öffentlichkeit bestimmt; Publique; Diffusion libre; Público; ' +
      'Pública; Uso público; Pubblico; Pubblica; Uso pubblico',
  ),
  internal: listed(
    'Internal use only; Internal use; For internal use; For internal use only; Internal only; ' +
      'Company internal; Company use only; Company internal use only; Corporate internal; Employees only; ' +
      'Staff only; Intern; Nur intern; Firmenintern; Betriebsintern; Unternehmensintern; Dienstlich intern; ' +
      'Rein intern; Nur für den internen Gebrauch; Nur für internen Gebrauch; Nur zum internen Gebrauch; ' +
      'Für den internen Gebrauch; Für internen Gebrauch; Zum internen Gebrauch; Nur zur internen Verwendung; ' +
      'Zur internen Verwendung; Nur für interne Zwecke; Nur für interne Verwendung; Interne Verwendung; ' +
      'Interner Gebrauch; Interne; Usage interne; À usage interne; Pour usage interne; ' +
      'Usage interne uniquement; À usage interne uniquement; Usage interne exclusivement; ' +
      'À usage interne exclusivement; Usage strictement interne; Usage exclusivement interne; ' +
      'Interne uniquement; Diffusion interne; Diffusion interne uniquement; Document interne; ' +
      'Réservé à un usage interne; Réservé à l’usage interne; Strictement interne; ' +
      'Pour usage interne uniquement; Interno; Interna; Uso interno; Solo uso interno; Solo para uso interno; ' +
      'Para uso interno; De uso interno; Uso interno exclusivo; Uso interno exclusivamente; ' +
      'Uso interno únicamente; Exclusivo para uso interno; Uso exclusivo interno; ' +
      'Para uso interno exclusivamente; Para uso exclusivo interno; Únicamente para uso interno; ' +
      'Documento interno; Difusión interna; Exclusivamente para uso interno; Solo interno; Ad uso interno; ' +
      'Per uso interno; Solo per uso interno; Solo ad uso interno; Ad esclusivo uso interno; ' +
      'Esclusivamente per uso interno; Ad uso esclusivamente interno; Uso esclusivamente interno; ' +
      'Uso interno esclusivo; Esclusivamente ad uso interno; Per esclusivo uso interno; Diffusione interna; ' +
      'Solo interno; Not for public release; Not for external distribution; Not for external use; ' +
      'Document à usage interne; Documento de uso interno; Documento ad uso interno; Ad uso esclusivo interno',
  ),
  confidential: listed(
    'Company confidential; Business confidential; Corporate confidential; Commercial in confidence; ' +
      'In confidence; Commercially confidential; Private and confidential; Personal and confidential; ' +
      'Confidential and proprietary; Proprietary and confidential; Confidential proprietary; ' +
      'Privileged and confidential; Confidential and privileged; Confidential document; Staff in confidence; ' +
      'HR confidential; Client confidential; Group confidential; Vertraulich; Firmenvertraulich; ' +
      'Betriebsvertraulich; Geschäftlich vertraulich; Unternehmensvertraulich; Persönlich und vertraulich; ' +
      'Persönlich vertraulich; Persönlich/Vertraulich; Vertraulich behandeln; Bitte vertraulich behandeln; ' +
      'Bitte vertraulich; Vertrauliches Dokument; Kundenvertraulich; VS-NfD; VS – Nur für den Dienstgebrauch; ' +
      'Nur für den Dienstgebrauch; Privat und vertraulich; Confidentiel; Confidentielle; Confidentiels; ' +
      'Confidentiel entreprise; Confidentiel société; Confidentiel RH; Document confidentiel; ' +
      'Personnel et confidentiel; Confidentiel et personnel; Privé et confidentiel; Confidentiel interne; ' +
      'Confidentiel industrie; Confidencial; Documento confidencial; Personal y confidencial; ' +
      'Privado y confidencial; Confidencial interno; Confidencial de empresa; Uso confidencial; Riservato; ' +
      'Riservata; Confidenziale; Riservato e confidenziale; Documento riservato; Documento confidenziale; ' +
      'Personale e riservato; Riservato e personale; Riservata personale; Riservato personale; ' +
      'Aziendale riservato; Riservato aziendale; Personale riservato; Uso riservato',
  ),
  restricted: listed(
    'Highly confidential; Strictly confidential; Most confidential; Very confidential; ' +
      'Extremely confidential; Highly restricted; Strictly restricted; Strictly private and confidential; ' +
      'Restricted distribution; Company restricted; Confidential restricted; Streng vertraulich; ' +
      'Strikt vertraulich; Strengstens vertraulich; Höchst vertraulich; Absolut vertraulich; ' +
      'Streng persönlich und vertraulich; Besonders vertraulich; Hochvertraulich; Hoch vertraulich; ' +
      'Diffusion restreinte; Restreint; Restreinte; Strictement confidentiel; Strictement confidentielle; ' +
      'Très confidentiel; Hautement confidentiel; Extrêmement confidentiel; Ultra confidentiel; ' +
      'Diffusion limitée; Document strictement confidentiel; Strictement personnel et confidentiel; ' +
      'Restringido; Restringida; Difusión restringida; Difusión limitada; Uso restringido; ' +
      'Estrictamente confidencial; Altamente confidencial; Muy confidencial; Extremadamente confidencial; ' +
      'Máxima confidencialidad; Distribución restringida; Documento estrictamente confidencial; ' +
      'Distribución limitada; Strettamente riservato; Strettamente riservata; Strettamente confidenziale; ' +
      'Altamente riservato; Riservatissimo; Altamente confidenziale; Massima riservatezza; ' +
      'Massimamente riservato; Diffusione limitata; Diffusione ristretta; Documento strettamente riservato; ' +
      'Uso ristretto; Estremamente riservato; Distribuzione limitata; Molto riservato; Confidentiel défense; ' +
      'Secret défense; Board confidential; Executive confidential',
  ),
};

/**
 * Words too ordinary to be marks by themselves ("Secret ingredient", "Reservado: mesa para 4", the heading
 * "Confidential information" of a contract): they count where a key announces a level. "Secret" is the top of some firms.
 */
export const ANNOUNCED_NAMES: Readonly<Record<CorporateId, readonly string[]>> = {
  public: listed(
    'Unrestricted; Uneingeschränkt; Offen; Open; Non restreint; Sin restricción; Public information; ' +
      'Information publique; Información pública; Informazione pubblica; Difusión pública; ' +
      'Diffusione pubblica; Diffusion publique; Public use',
  ),
  internal: listed(
    'Limited; Company; Employees; Mitarbeiter; Limitée; Internal information; Interne Information; ' +
      'Information interne; Información interna; Informazione interna',
  ),
  confidential: listed(
    'Sensitive; Private; Proprietary; Sensibel; Sensible; Privat; Privado; Privato; Sensibile; ' +
      'Confidential information; Company confidential information; Confidential business information; ' +
      'Confidential material; Vertrauliche Information; Vertrauliche Unterlagen; Information confidentielle; ' +
      'Informations confidentielles; Información confidencial; Informazioni riservate; Informazione riservata; ' +
      'Material confidencial',
  ),
  restricted: listed(
    'Secret; Top secret; Strictly private; Highly sensitive; Geheim; Streng geheim; Très secret; Secreto; ' +
      'Alto secreto; Reservado; Reservada; Limitada; Segreto; Segretissimo; Ristretto; Limitata; ' +
      'Restricted information; Restricted use; Restricted data; Información restringida',
  ),
};

function listed(names: string): readonly string[] {
  return names.split('; ');
}
