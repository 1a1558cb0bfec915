/** What the evaluation says of acts and questions: who, what, why. */
import type { Leak } from '../../../src/core/audience.ts';
import type { Reason } from '../../../src/core/reason.ts';
import type { Judged, Question } from './questions.ts';

/** One line for each act of a question; what waits together stands under one line. */
export function questionLine(question: Question): readonly string[] {
  if (question.kind !== 'together') return question.acts.map((each) => `${actLine(each)} [${question.kind}]`);
  return [
    `${clock(question.at)} the list of what waits, ${question.acts.length} together`,
    ...question.acts.map((each) => `        ${actLine(each)}`),
  ];
}

/** "14:45 a45 panel-a sends to dave@…: why. LEAK: …" */
export function actLine({ act, assessment: { action, verdict } }: Judged): string {
  const to =
    action.recipients === null
      ? `${act.kind} in ${action.audience.name || act.thread}`
      : `mail to ${shortly([...action.recipients.to, ...action.recipients.cc, ...action.recipients.bcc])}`;
  const why = [...new Set(verdict.reasons.map(reasonWords))].join('; ');
  const truth = act.leak === undefined ? '' : `  LEAK: ${act.leak}`;
  return `${clock(act.at)} ${act.id} ${act.tab}: ${to}: ${why}${truth}`;
}

/** "09:05" from minutes since midnight. */
export function clock(minutes: number): string {
  return [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

function shortly(addresses: readonly string[]): string {
  return addresses.length <= 2 ? addresses.join(', ') : `${addresses[0]} +${addresses.length - 1}`;
}

function reasonWords(reason: Reason): string {
  switch (reason.kind) {
    case 'mandate':
      return `agents may “${reason.mandate}” here`;
    case 'leak': {
      const how = reason.source.how.kind === 'match' ? 'words of' : 'has read';
      const labels = reason.source.labels.length === 0 ? '' : ` (${reason.source.labels.join(', ')})`;
      return `${how} “${reason.source.title}”${labels} → ${reason.leaks.map(leakWords).join(', ')}`;
    }
    case 'marked':
      return `marked ${reason.labels.join(', ')} → ${reason.leaks.map(leakWords).join(', ')}`;
    case 'rule':
      return `rule ${reason.ruleId}`;
    case 'authenticator':
      return `${reason.label} needs the person's own key`;
    default:
      return reason.kind;
  }
}

function leakWords(leak: Leak): string {
  switch (leak.kind) {
    case 'readers':
      return `${leak.newcomers.count ?? 'nobody knows how many'} new`;
    case 'outside':
      return `outside: ${leak.who.join(', ')}`;
    case 'clearance':
      return `above what ${leak.group} may read`;
    default:
      return leak.kind;
  }
}
