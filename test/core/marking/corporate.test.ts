/** The names of the four corporate levels in five languages, as they stand on things and behind keys. */
import { describe, expect, it } from 'vitest';
import { type Marked, marksOf } from '../../../src/core/marking.ts';

function labels(page: Partial<Marked>): readonly string[] {
  return marksOf({ title: '', tags: [], head: '', ...page }, [], ['corporate']).map((mark) => mark.label);
}

const named = (label: string, names: string) => names.split('; ').map((name) => [name, label] as const);

describe('a tag', () => {
  it.each([
    ...named(
      'public',
      'Public; Cleared for public release; Approved for public release; Öffentlich; Zur Veröffentlichung freigegeben; ' +
        'Publique; Uso público; Uso pubblico',
    ),
    ...named(
      'internal',
      'Internal; Internal use only; Employees only; Staff only; Nur intern; Rein intern; Für den internen Gebrauch; ' +
        'Nur für interne Verwendung; Company internal; Interner Gebrauch; Usage interne uniquement; ' +
        'Usage strictement interne; Interne uniquement; Réservé à l’usage interne; Uso interno; De uso interno; ' +
        'Uso interno únicamente; Para uso exclusivo interno; Difusión interna; Per uso interno; ' +
        'Ad uso esclusivamente interno; Per esclusivo uso interno; Not for external use; Ad uso esclusivo interno',
    ),
    ...named(
      'confidential',
      'Confidential; Commercial in confidence; In confidence; Private and confidential; ' +
        'Proprietary and confidential; Privileged and confidential; Client confidential; Vertraulich; ' +
        'Unternehmensvertraulich; Persönlich/Vertraulich; Kundenvertraulich; Nur für den Dienstgebrauch; VS-NfD; ' +
        'Confidentiel RH; Privé et confidentiel; Documento confidencial; Privado y confidencial; ' +
        'Riservato e confidenziale; Personale e riservato; Riservato aziendale; Uso riservato',
    ),
    ...named(
      'restricted',
      'Restricted; Highly confidential; Strictly restricted; Company restricted; Höchst vertraulich; Hochvertraulich; ' +
        'Restreint; Ultra confidentiel; Diffusion limitée; Uso restringido; Muy confidencial; ' +
        'Máxima confidencialidad; Distribución limitada; Altamente riservato; Diffusione ristretta; ' +
        'Molto riservato; Board confidential',
    ),
  ])('%s is %s', (name, label) => {
    expect(labels({ tags: [name] })).toEqual([label]);
  });
});

describe('an ordinary word', () => {
  it.each([
    ...named('public', 'Unrestricted; Open; Información pública; Diffusion publique'),
    ...named('internal', 'Limited; Company; Interne Information; Information interne'),
    ...named(
      'confidential',
      'Sensitive; Privat; Confidential information; Vertrauliche Unterlagen; Informazioni riservate; ' +
        'Material confidencial',
    ),
    ...named('restricted', 'Secret; Streng geheim; Alto secreto; Segretissimo; Restricted data'),
  ])('%s is %s behind a key, and nothing as a tag', (name, label) => {
    expect(labels({ tags: [`Classification: ${name}`] })).toEqual([label]);
    expect(labels({ tags: [name] })).toEqual([]);
  });
});

describe('the trainee', () => {
  it.each<readonly [Partial<Marked>, boolean]>([
    [{ title: '[Intern] Protokoll der Sitzung' }, true],
    [{ title: '[Intern] thanks for the report' }, false],
    [{ title: '[Intern] Plan', head: 'We are looking for you.' }, false],
    [{ title: '[Intern] Plan', foot: 'Thanks for your help and the report' }, false],
    [{ title: '[Intern] Plan', head: `${'x '.repeat(1_000)}We are looking for you.` }, true],
    [{ title: '[Intern] Plan', foot: `Thanks for the report and for it ${'x '.repeat(1_000)}` }, true],
    [{ tags: ['Intern'], head: 'We are looking for you.' }, true],
    [{ tags: ['INTERN'] }, true],
    [{ tags: ['intern'] }, false],
    [{ tags: ['classification: intern'], head: 'We are looking for you.' }, true],
    [{ declared: [{ name: 'classification', value: 'intern' }], head: 'We are looking for you.' }, true],
  ])('at %j is a level: %s', (page, expected) => {
    expect(labels(page)).toEqual(expected ? ['internal'] : []);
  });
});
