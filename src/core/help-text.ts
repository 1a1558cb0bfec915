/**
 * What each of the guard's own rules means, for a help desk: one sentence on what happened, one on what the person can
 * do or the administrator can change, with the key of the policy.
 */
import type { DefaultRule } from './rule-that-decided.ts';

export interface HelpText {
  readonly happened: string;
  readonly remedy: string;
}

/** By the rule's id in the help code. */
export const HELP_TEXTS: Readonly<Record<DefaultRule, HelpText>> = {
  killed: {
    happened:
      'All agents were stopped, by the person or by policy, so nothing an agent writes goes out and a person is asked about everything.',
    remedy: 'The person can let agents work again in the popup, unless policy itself stops them with killSwitch: true.',
  },
  'safety-stop': {
    happened:
      'Agents did too much within a short time, reached too many people or were refused too often, so they were stopped before this act.',
    remedy:
      'The person looks at what was done and lets agents go on in the popup; the administrator sets from how much on agents are stopped by breakers.items and the numbers beside it.',
  },
  'after-safety-stop': {
    happened: 'The person let agents go on after a safety stop, and the first act after it is always asked about.',
    remedy:
      'The person can confirm it, and agents then work as before, or say no, and they stay stopped; breakers.items and the numbers beside it set from how much on agents are stopped.',
  },
  'policy-damaged': {
    happened:
      'The policy in this browser has a fault, so the last good one stays in force and agents may only write drafts.',
    remedy: 'Run "npm run policy -- check FILE" on the policy, mend what it names and raise policyVersion.',
  },
  unreadable: {
    happened: 'What was about to be sent could not be read in full, so an agent was refused and a person was asked.',
    remedy:
      'The person can send it again from an ordinary composer, without unusual attachments; no key lets such an act pass unasked, short of taking its site out of sites.',
  },
  'site-changed': {
    happened:
      'The site has changed, so a part of its page or of its requests could not be read, and what an act carries may not be seen.',
    remedy:
      'Copy the report from the page or the popup and bring the guard up to date; until then the person confirms once in a tab and goes on, and the administrator can have agents only read there with sites[].mandate.',
  },
  'top-label': {
    happened:
      'An agent was about to send something with the strictest label to people who are not meant to read it, which needs the person’s own fingerprint, face or security key.',
    remedy:
      'The person can send it by hand without the agent; the administrator sets the cell approval.agent.topLabel, and the label by labels or sites[].areas.',
  },
  'agent-leak': {
    happened:
      'An agent was about to send something that carries or has met a label, a closed source or an address outside.',
    remedy:
      'The person can take out the passage or the people and send again; the administrator sets the cell approval.agent.leak, or corrects who may read by groups and sites[].readers.',
  },
  'unknown-leak': {
    happened:
      'It could not be told whether a person or an agent was sending something that carries a label, a closed source or an address outside.',
    remedy:
      'The person can look at it and confirm; the administrator sets the cell approval.unknown.leak, or corrects who may read by groups and sites[].readers.',
  },
  'human-leak': {
    happened: 'A person was about to send something that carries a label, a closed source or an address outside.',
    remedy:
      'The person can confirm with one button if it is meant; the administrator sets the cell approval.human.leak, or corrects who may read by groups and sites[].readers.',
  },
  'agent-readers': {
    happened: 'An agent was about to show colleagues something unlabelled that they could not read before.',
    remedy:
      'The person can confirm if it is meant; the administrator sets the cell approval.agent.readersDiffer, or corrects who may read by groups and sites[].readers.',
  },
  'unknown-readers': {
    happened:
      'It could not be told whether a person or an agent was about to show colleagues something unlabelled that they could not read before.',
    remedy:
      'The person can confirm if it is meant; the administrator sets approval.unknown.readersDiffer and approval.unknown.askFromNewReaders.',
  },
  'human-readers': {
    happened: 'A person was about to show colleagues something unlabelled that they could not read before.',
    remedy:
      'The person can confirm if it is meant; the administrator sets the cell approval.human.readersDiffer, or corrects who may read by groups and sites[].readers.',
  },
  'agent-change': {
    happened:
      'An agent was about to do something on a site that reaches further than one text, as to delete for good, to let somebody in, to have mail forwarded or to set what the site will do by itself.',
    remedy:
      'The person can read what it names and confirm it, or do it by hand; no key lets an agent do such a thing unasked, and sites[].mandate set to observe refuses it.',
  },
  'agent-many-items': {
    happened:
      'An agent was about to put away, label or bin so much within ten minutes that a person is asked: from 20 items on, counted one by one.',
    remedy:
      'The person can look at what is named and confirm it, or wait; sites[].mandate set to observe keeps agents from changing anything.',
  },
  'agent-few-items': {
    happened: 'An agent has put away, labelled or binned a few items by itself, and that was written into the record.',
    remedy: 'Nothing needs to be done; sites[].mandate set to observe keeps agents from changing anything.',
  },
  'unknown-change': {
    happened:
      'It could not be told whether a person or an agent was about to do something that reaches further than one text, as to delete for good or to have mail forwarded.',
    remedy:
      'The person can look at it and confirm with one button if it is meant; it is asked wherever sites guards a site.',
  },
  granted: {
    happened:
      'An agent sent something by itself in a thread in which the person had let agents answer for half an hour, and that was written into the record.',
    remedy:
      'The person can take that back in the popup; the administrator sets by userMay whether people may let agents answer at all.',
  },
  'mandate-observe': {
    happened: 'An agent was about to send something on a site where agents may only read.',
    remedy: 'The person can write it by hand; the administrator sets what agents may do there by sites[].mandate.',
  },
  'mandate-draft': {
    happened: 'An agent was about to send something on a site where agents write drafts and people send them.',
    remedy:
      'The person can read the draft and send it; the administrator sets what agents may do there by sites[].mandate.',
  },
  'mandate-ask': {
    happened: 'An agent was about to send something on a site where it must check with the person first.',
    remedy: 'The person can confirm or decline it; the administrator sets what agents may do there by sites[].mandate.',
  },
  'mandate-flow': {
    happened: 'An agent sent something by itself on a site where it may, and that was written into the record.',
    remedy: 'Nothing needs to be done; the administrator sets what agents may do there by sites[].mandate.',
  },
  none: {
    happened: 'No rule stood against it, so it went out.',
    remedy: 'Nothing needs to be done; the administrator can add a rule under rules.',
  },
};
