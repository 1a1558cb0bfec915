/** A safety stop as people see it: what happened, and what agents had done before. All text in it is only ever shown as text. */
import type { ActionKind } from '../core/action.ts';
import type { Measure, Scope } from '../core/breaker-measure.ts';

/** Where what was done can be seen and taken back. */
export type DonePlace = 'bin' | 'archive' | 'spam' | 'sent' | 'thread';

/** One thing that an agent did, or was about to do. */
export interface DoneView {
  readonly at: number;
  readonly kind: ActionKind;
  readonly items: number;
  /** What people call the place; "" when that is not known. */
  readonly place: string;
  readonly siteName: string;
  readonly link: { readonly where: DonePlace; readonly url: string } | null;
}

export interface StopView {
  readonly id: number;
  readonly state: 'open' | 'half-open';
  readonly at: number;
  readonly measure: Measure;
  readonly scope: Scope['kind'];
  /** The site that all agents are stopped on; "" for another scope. */
  readonly siteName: string;
  /** What was not let through; null when it was the person's own no that stopped them. */
  readonly tried: DoneView | null;
  /** Newest first. */
  readonly done: readonly DoneView[];
}
