/**
 * The four levels of corporate practice, which stand when policy names none of its own: the names that ISO 27001
 * (annex A 5.12 and 5.13, classification and labelling of information) leaves to each organisation and that most
 * organisations choose, in five languages.
 */

import { fold } from '../marking/fold.ts';
import { type Name, namedMarks, nameTable } from '../marking/names.ts';
import { type Place, placesOf } from '../marking/places.ts';
import { speaksEnglish } from '../marking/prose.ts';
import type { Beside, Mark, Marked, Vocabulary, VocabularyLevel } from '../marking.ts';
import { isAtlassianName } from './atlassian.ts';
import { mailSensitivity } from './mail-sensitivity.ts';

const PUBLIC = [
  ...[
    'Public information',
    'Public use',
    'For public release',
    'Approved for public release',
    'Cleared for public release',
  ],
  ...['Öffentlich', 'Zur Veröffentlichung freigegeben', 'Für die Öffentlichkeit bestimmt'],
  ...['Publique', 'Diffusion publique', 'Diffusion libre', 'Information publique'],
  ...['Público', 'Pública', 'Uso público', 'Información pública', 'Difusión pública'],
  ...['Pubblico', 'Pubblica', 'Uso pubblico', 'Informazione pubblica', 'Diffusione pubblica'],
];

const INTERNAL = [
  ...[
    'Internal use only',
    'Internal use',
    'For internal use',
    'For internal use only',
    'Internal only',
    'Internal information',
  ],
  ...[
    'Company internal',
    'Company use only',
    'Company internal use only',
    'Corporate internal',
    'Employees only',
    'Staff only',
  ],
  ...[
    'Intern',
    'Nur intern',
    'Firmenintern',
    'Betriebsintern',
    'Unternehmensintern',
    'Dienstlich intern',
    'Rein intern',
  ],
  ...[
    'Nur für den internen Gebrauch',
    'Nur für internen Gebrauch',
    'Nur zum internen Gebrauch',
    'Für den internen Gebrauch',
  ],
  ...['Für internen Gebrauch', 'Zum internen Gebrauch', 'Nur zur internen Verwendung', 'Zur internen Verwendung'],
  ...[
    'Nur für interne Zwecke',
    'Nur für interne Verwendung',
    'Interne Verwendung',
    'Interner Gebrauch',
    'Interne Information',
  ],
  ...[
    'Interne',
    'Usage interne',
    'À usage interne',
    'Pour usage interne',
    'Usage interne uniquement',
    'À usage interne uniquement',
  ],
  ...[
    'Usage interne exclusivement',
    'À usage interne exclusivement',
    'Usage strictement interne',
    'Usage exclusivement interne',
  ],
  ...[
    'Interne uniquement',
    'Diffusion interne',
    'Diffusion interne uniquement',
    'Document interne',
    'Réservé à un usage interne',
  ],
  ...['Réservé à l’usage interne', 'Information interne', 'Strictement interne', 'Pour usage interne uniquement'],
  ...[
    'Interno',
    'Interna',
    'Uso interno',
    'Solo uso interno',
    'Solo para uso interno',
    'Para uso interno',
    'De uso interno',
  ],
  ...['Uso interno exclusivo', 'Uso interno exclusivamente', 'Uso interno únicamente', 'Exclusivo para uso interno'],
  ...[
    'Uso exclusivo interno',
    'Para uso interno exclusivamente',
    'Para uso exclusivo interno',
    'Únicamente para uso interno',
  ],
  ...[
    'Información interna',
    'Documento interno',
    'Difusión interna',
    'Exclusivamente para uso interno',
    'Solo interno',
  ],
  ...['Ad uso interno', 'Per uso interno', 'Solo per uso interno', 'Solo ad uso interno', 'Ad esclusivo uso interno'],
  ...[
    'Esclusivamente per uso interno',
    'Ad uso esclusivamente interno',
    'Uso esclusivamente interno',
    'Uso interno esclusivo',
  ],
  ...[
    'Esclusivamente ad uso interno',
    'Per esclusivo uso interno',
    'Informazione interna',
    'Diffusione interna',
    'Solo interno',
  ],
];

const CONFIDENTIAL = [
  ...[
    'Company confidential',
    'Business confidential',
    'Corporate confidential',
    'Commercial in confidence',
    'In confidence',
  ],
  ...[
    'Commercially confidential',
    'Private and confidential',
    'Personal and confidential',
    'Confidential and proprietary',
  ],
  ...[
    'Proprietary and confidential',
    'Confidential proprietary',
    'Privileged and confidential',
    'Confidential and privileged',
  ],
  ...['Confidential information', 'Confidential document', 'Company confidential information', 'Staff in confidence'],
  ...[
    'Confidential business information',
    'HR confidential',
    'Client confidential',
    'Confidential material',
    'Group confidential',
  ],
  ...['Vertraulich', 'Firmenvertraulich', 'Betriebsvertraulich', 'Geschäftlich vertraulich', 'Unternehmensvertraulich'],
  ...['Persönlich und vertraulich', 'Persönlich vertraulich', 'Persönlich/Vertraulich', 'Vertraulich behandeln'],
  ...[
    'Bitte vertraulich behandeln',
    'Bitte vertraulich',
    'Vertrauliche Information',
    'Vertrauliches Dokument',
    'Kundenvertraulich',
  ],
  ...[
    'VS-NfD',
    'VS – Nur für den Dienstgebrauch',
    'Nur für den Dienstgebrauch',
    'Vertrauliche Unterlagen',
    'Privat und vertraulich',
  ],
  ...[
    'Confidentiel',
    'Confidentielle',
    'Confidentiels',
    'Confidentiel entreprise',
    'Confidentiel société',
    'Confidentiel RH',
  ],
  ...[
    'Document confidentiel',
    'Information confidentielle',
    'Informations confidentielles',
    'Personnel et confidentiel',
  ],
  ...['Confidentiel et personnel', 'Privé et confidentiel', 'Confidentiel interne', 'Confidentiel industrie'],
  ...[
    'Confidencial',
    'Documento confidencial',
    'Información confidencial',
    'Personal y confidencial',
    'Privado y confidencial',
  ],
  ...['Confidencial interno', 'Confidencial de empresa', 'Uso confidencial', 'Material confidencial'],
  ...[
    'Riservato',
    'Riservata',
    'Confidenziale',
    'Riservato e confidenziale',
    'Documento riservato',
    'Documento confidenziale',
  ],
  ...[
    'Personale e riservato',
    'Riservato e personale',
    'Riservata personale',
    'Riservato personale',
    'Informazioni riservate',
  ],
  ...['Informazione riservata', 'Aziendale riservato', 'Riservato aziendale', 'Personale riservato', 'Uso riservato'],
];

const RESTRICTED = [
  ...[
    'Highly confidential',
    'Strictly confidential',
    'Most confidential',
    'Very confidential',
    'Extremely confidential',
  ],
  ...['Highly restricted', 'Strictly restricted', 'Strictly private and confidential', 'Restricted distribution'],
  ...['Restricted information', 'Restricted use', 'Company restricted', 'Restricted data', 'Confidential restricted'],
  ...[
    'Streng vertraulich',
    'Strikt vertraulich',
    'Strengstens vertraulich',
    'Höchst vertraulich',
    'Absolut vertraulich',
  ],
  ...['Streng persönlich und vertraulich', 'Besonders vertraulich', 'Hochvertraulich', 'Hoch vertraulich'],
  ...['Diffusion restreinte', 'Restreint', 'Restreinte', 'Strictement confidentiel', 'Strictement confidentielle'],
  ...[
    'Très confidentiel',
    'Hautement confidentiel',
    'Extrêmement confidentiel',
    'Ultra confidentiel',
    'Diffusion limitée',
  ],
  ...['Document strictement confidentiel', 'Strictement personnel et confidentiel'],
  ...[
    'Restringido',
    'Restringida',
    'Difusión restringida',
    'Difusión limitada',
    'Uso restringido',
    'Estrictamente confidencial',
  ],
  ...[
    'Altamente confidencial',
    'Muy confidencial',
    'Extremadamente confidencial',
    'Máxima confidencialidad',
    'Distribución restringida',
  ],
  ...[
    'Información restringida',
    'Documento estrictamente confidencial',
    'Acceso restringido a la dirección',
    'Distribución limitada',
  ],
  ...[
    'Strettamente riservato',
    'Strettamente riservata',
    'Strettamente confidenziale',
    'Altamente riservato',
    'Riservatissimo',
  ],
  ...[
    'Altamente confidenziale',
    'Massima riservatezza',
    'Massimamente riservato',
    'Diffusione limitata',
    'Diffusione ristretta',
  ],
  ...[
    'Documento strettamente riservato',
    'Uso ristretto',
    'Estremamente riservato',
    'Distribuzione limitata',
    'Molto riservato',
  ],
];

export const CORPORATE_LEVELS: readonly VocabularyLevel[] = [
  { id: 'public', name: 'Public', aliases: PUBLIC, position: 0 },
  { id: 'internal', name: 'Internal', aliases: INTERNAL, position: 1 },
  { id: 'confidential', name: 'Confidential', aliases: CONFIDENTIAL, position: 2 },
  { id: 'restricted', name: 'Restricted', aliases: RESTRICTED, position: 3 },
];

/**
 * Words too ordinary to be marks by themselves ("Secret ingredient", "Reservado: mesa para 4"): they count where a key
 * announces a level. "Secret" is the top level of some firms, so the fourth position.
 */
const ANNOUNCED: readonly (readonly [string, readonly string[]])[] = [
  ['public', ['Unrestricted', 'Uneingeschränkt', 'Offen', 'Open', 'Non restreint', 'Sin restricción']],
  ['internal', ['Limited', 'Company', 'Employees', 'Mitarbeiter', 'Limitée']],
  [
    'confidential',
    ['Sensitive', 'Private', 'Proprietary', 'Sensibel', 'Sensible', 'Privat', 'Privado', 'Privato', 'Sensibile'],
  ],
  [
    'restricted',
    [
      ...[
        'Secret',
        'Top secret',
        'Strictly private',
        'Highly sensitive',
        'Geheim',
        'Streng geheim',
        'Très secret',
        'Restreinte',
      ],
      ...[
        'Secreto',
        'Alto secreto',
        'Reservado',
        'Reservada',
        'Limitada',
        'Segreto',
        'Segretissimo',
        'Ristretto',
        'Limitata',
      ],
    ],
  ],
];

/** The one word that is a mark in one of the five languages and something else in another: a trainee. */
const TRAINEE = fold('Intern');

const NAMES: readonly Name[] = CORPORATE_LEVELS.flatMap((level) => [
  ...[level.name, ...level.aliases].map((text) => nameOf(level, text, false)),
  ...ANNOUNCED.filter(([id]) => id === level.id).flatMap(([, texts]) => texts.map((text) => nameOf(level, text, true))),
]);
const ALL = nameTable(NAMES);
const WITHOUT_TRAINEES = nameTable(
  NAMES.map((name) => (fold(name.text) === TRAINEE ? { ...name, announced: true } : name)),
);

export const corporate: Vocabulary = {
  id: 'corporate',
  name: 'Corporate levels',
  byDefault: true,
  levels: CORPORATE_LEVELS,
  read: readCorporate,
};

function readCorporate(page: Marked, beside?: Beside): readonly Mark[] {
  const places = placesOf(page).filter((place) => !belongsToOthers(place, beside));
  return namedMarks(places, isAboutTrainees(page) ? WITHOUT_TRAINEES : ALL);
}

/** Declarations in a grammar of its own are for that vocabulary to read, if it is asked. */
function belongsToOthers(place: Place, beside: Beside | undefined): boolean {
  if (beside === undefined) return false;
  const atlassian = beside.vocabularies.has('atlassian') && place.spot === 'declared' && isAtlassianName(place.key);
  return atlassian || (beside.vocabularies.has('purview') && mailSensitivity(place) !== null);
}

function isAboutTrainees(page: Marked): boolean {
  return speaksEnglish(`${page.title} ${page.head.slice(0, 2_000)} ${(page.foot ?? '').slice(-2_000)}`);
}

function nameOf(level: VocabularyLevel, text: string, announced: boolean): Name {
  return { label: level.id, text, position: level.position, announced };
}
