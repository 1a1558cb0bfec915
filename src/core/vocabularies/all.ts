/** Every vocabulary that the guard knows. A new one: one file here, and a line in this list. */
import type { Vocabulary } from '../marking.ts';
import { atlassian } from './atlassian.ts';
import { australia } from './australia.ts';
import { corporate } from './corporate.ts';
import { purview } from './purview.ts';
import { tlp } from './tlp.ts';
import { ukGsc } from './uk-gsc.ts';
import { usClassified } from './us-classified.ts';
import { usCui } from './us-cui.ts';

/** In the order in which they claim a name that several know ("Confidential"). */
export const VOCABULARIES: readonly Vocabulary[] = [
  corporate,
  tlp,
  purview,
  atlassian,
  usCui,
  usClassified,
  ukGsc,
  australia,
];
