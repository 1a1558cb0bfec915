/** What people are shown, as data: an act that waits, and the guard itself. All text in it is untrusted and is only ever shown as text. */
import type { ActionKind, Recipients } from '../core/action.ts';
import type { Actor, SignId } from '../core/actor.ts';
import type { LookAlike } from '../core/audience.ts';
import type { Level, Review } from '../core/decide.ts';
import type { Channel, DraftPlace } from '../core/hold.ts';
import type { HeadCount } from '../core/newcomers.ts';
import type { PolicyFault } from '../core/policy/faults.ts';
import type { OwnSite, UserSettings } from '../core/policy/user-settings.ts';
import type { Mandate, Policy, SiteKind } from '../core/policy.ts';
import type { Reason } from '../core/reason.ts';
import type { AudienceClass, Rule } from '../core/rule.ts';
import type { SitePart } from '../core/site-part.ts';
import type { CapableExtensionView, EvidenceView, HappeningView, SessionView } from './agent-view.ts';
import type { GrantableView, GrantView } from './grant-view.ts';
import type { RecordView } from './record-view.ts';
import type { StopView } from './stop-view.ts';

/** A hold as people see it. Plain data; all text in it is untrusted and is only ever shown as text. */
export interface HoldView {
  readonly id: string;
  /** Bound into the approval; never shown. */
  readonly digest: string;
  readonly state: 'pending' | 'released' | 'sent' | 'denied' | 'expired' | 'blocked';
  /** Where its text is; it can be sent from a composer only. */
  readonly draft: DraftPlace;
  readonly at: number;
  readonly actor: Actor;
  /** Where the conclusion about the actor comes from, and by which signs. */
  readonly evidence: readonly EvidenceView[];
  readonly kind: ActionKind;
  /** How many things it concerns; 1 for what is written. */
  readonly items: number;
  readonly channel: Channel;
  readonly siteName: string;
  readonly siteKind: SiteKind;
  /** Title of the topic or name of the person that the act goes to. */
  readonly place: string;
  readonly audience: {
    readonly kind: 'known' | 'everyone' | 'unknown';
    readonly name: string;
    readonly size: HeadCount;
    readonly people: readonly string[];
    /** Those of the people who do not belong to the organisation. */
    readonly outsiders: readonly string[];
    /** Those of them whose domain only looks like one of the organisation's. */
    readonly lookAlikes: readonly LookAlike[];
    readonly groups: readonly { readonly name: string; readonly size: number | null }[];
  };
  /** The exact text that would go out. */
  readonly text: string;
  /** Its last part that the site quotes from earlier messages; "" for none. */
  readonly quoted: string;
  /** Whom a mail names, by field; null in forums. */
  readonly recipients: Recipients | null;
  /** Files that go with it; "unknown" when there are some that cannot be read. */
  readonly attachments: readonly string[] | 'unknown';
  readonly level: Level;
  readonly review: Review;
  /** In the page, sources that the acting session has not read come without title (""). */
  readonly reasons: readonly Reason[];
  /** The largest number of people who would newly see something, with its source's name; null when nothing leaks. */
  readonly newcomers: HeadCount | null;
  /** What a help desk needs: "CS-7F3K · rule agent-leak · 1.4.2 · policy 9a1c". */
  readonly helpCode: string;
  /** How often the agent tried again meanwhile. */
  readonly repeats: number;
  readonly support: {
    readonly name?: string | undefined;
    readonly url?: string | undefined;
    readonly phone?: string | undefined;
  };
}

/** A guarded site. */
export interface SiteView {
  readonly id: string;
  readonly name: string;
  readonly host: string;
  readonly kind: SiteKind;
  /** What agents may do: the stricter of what the organisation and the person say. */
  readonly mandate: Mandate;
  /** What the organisation says; the person's own choice can only be stricter. */
  readonly atMost: Mandate;
  /** The person has stopped agents here. */
  readonly stopped: boolean;
  /** Added by the person. */
  readonly own: boolean;
  /** Name of the label that everything here has; null for none. */
  readonly label: string | null;
  /** Names of the groups that can read what is in none of the areas; null when policy does not say. */
  readonly readers: readonly string[] | null;
  readonly areas: readonly {
    readonly area: string;
    readonly name: string;
    readonly label: string | null;
    readonly readers: readonly string[] | null;
  }[];
}

/** What the organisation and the person have set, for the options page. Lists are cut; the counts are whole. */
export interface SettingsView {
  readonly mine: UserSettings;
  readonly userMay: Policy['userMay'];
  /** No organisation has set anything, so that a policy file may be taken in. */
  readonly mayImport: boolean;
  /** An agent is at work, so nothing can be made looser now. */
  readonly locked: boolean;
  readonly preset: Policy['preset'];
  readonly enforcement: Policy['enforcement'];
  readonly approval: Policy['approval'];
  readonly labels: readonly {
    readonly id: string;
    readonly name: string;
    readonly rank: number;
    readonly system: string;
  }[];
  readonly groups: FoundGroups;
  readonly rules: FoundRules;
  /** What is looked for in texts, by detector id or the name of an own pattern, with the label that it gives. */
  readonly sensitive: readonly { readonly detector: string; readonly name: string | null; readonly label: string }[];
  readonly collector: string | null;
  /** Null when this is no trial. */
  readonly trial: TrialView | null;
}

/** The first of a list, and how long it is. */
export interface CutList {
  readonly first: readonly string[];
  readonly total: number;
}

export interface GroupView {
  readonly name: string;
  readonly size: number;
  /** Name of the strictest label that its members may read; null where nothing marked is meant for them. */
  readonly clearance: string | null;
  readonly outside: boolean;
}

export interface FoundGroups {
  readonly total: number;
  readonly first: readonly GroupView[];
}

export interface FoundRules {
  readonly total: number;
  readonly first: readonly RuleView[];
}

/** A rule in names; a condition that is null was not named and holds always. */
export interface RuleView {
  readonly ruleId: string;
  readonly name: string;
  readonly restrictions: Rule['restrictions'];
  readonly actors: readonly Actor[] | null;
  readonly labels: CutList | null;
  readonly categories: CutList | null;
  /** Sites that the content comes from. */
  readonly from: CutList | null;
  /** Ids of the guard's own detectors, names of the policy's patterns. */
  readonly detectors: CutList | null;
  /** Sites that the act goes to. */
  readonly to: CutList | null;
  readonly groups: CutList | null;
  readonly domains: CutList | null;
  readonly audience: readonly AudienceClass[] | null;
  readonly exceptions: readonly {
    /** Milliseconds since the epoch at which it ends. */
    readonly until: number;
    readonly reason: string;
  }[];
}

export interface TrialView {
  readonly since: number;
  readonly acts: number;
  readonly asked: number;
  readonly refused: number;
  /** The rules that decided most often; `name` null for the guard's own. */
  readonly top: readonly { readonly rule: string; readonly name: string | null; readonly times: number }[];
}

/** What popup and options page show. */
export interface GuardView {
  /** `window`: approvals are given in a window of ours; `popup`: here, in the toolbar popup (Firefox). */
  readonly approveIn: 'window' | 'popup';
  /** `policy`: installed by the organisation; `user`: can be removed, and in Chrome the network lock is weaker. */
  readonly install: 'policy' | 'user';
  /** Whether this browser lets the guard read and refuse each request itself, or only seal whole addresses. */
  readonly networkLock: 'full' | 'addresses-only';
  readonly policy: {
    readonly state: 'good' | 'absent' | 'damaged';
    readonly version: number;
    /** `managed`: the browser's policy; `packaged`: a file in this build; `imported`: a file that the person took in; `last-good`: kept from before; `built-in`: strict defaults. */
    readonly source: 'managed' | 'packaged' | 'imported' | 'last-good' | 'built-in';
    readonly organization: string | null;
    readonly faults: readonly PolicyFault[];
    /** What a help desk needs when it is damaged; "" when it is not. */
    readonly helpCode: string;
    /** Milliseconds since the epoch of the last good one; null when there never was one. */
    readonly since: number | null;
  };
  readonly killed: 'no' | 'person' | 'policy';
  /** Safety stops that nobody has answered yet, or whose next act is asked about. */
  readonly stops: readonly StopView[];
  /** What the person lets agents do for a while. */
  readonly grants: readonly GrantView[];
  readonly holds: readonly HoldView[];
  readonly sites: readonly SiteView[];
  /** The tab in front; `host` and what it seems to be where it is not guarded, for "Guard this site". */
  readonly tab: {
    readonly id: number;
    readonly site: string | null;
    /** Until when a person has taken it back, in milliseconds since the epoch; null for not. */
    readonly driving: number | null;
    /** An agent is there that cannot be sent away, so that nobody can take it back. */
    readonly staysDriven: boolean;
    readonly agentSeen: boolean;
    readonly signs: readonly SignId[];
    /** Parts of its page that cannot be read, since the site has changed. */
    readonly unread: readonly SitePart[];
    readonly guardable: Pick<OwnSite, 'host' | 'kind'> | null;
    /** What agents could be let do in the thread in view; null for nothing. */
    readonly grantable: GrantableView | null;
  } | null;
  readonly settings: SettingsView;
  readonly activity: readonly HappeningView[];
  /** Agents at work now, the latest first. */
  readonly agents: readonly SessionView[];
  /** Other extensions that could act as agents; null when the browser does not say. */
  readonly capable: readonly CapableExtensionView[] | null;
  readonly ledgerEntries: number;
  readonly record: RecordView;
  readonly support: HoldView['support'];
}
