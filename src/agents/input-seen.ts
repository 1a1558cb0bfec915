/**
 * One input event as the signs need it. A live DOM event is one as it stands; a recording is read into the same shape,
 * so that what is measured on recordings is the code that ships.
 */

export interface InputSeen {
  readonly type: string;
  /** Milliseconds on the page's clock. It may jump, and events may come out of order. */
  readonly timeStamp: number;
  readonly isTrusted: boolean;
  readonly pointerType?: string;
  readonly pressure?: number;
  readonly clientX?: number;
  readonly clientY?: number;
  readonly detail?: number;
  readonly key?: string;
  readonly code?: string;
  readonly repeat?: boolean;
  readonly isComposing?: boolean;
  readonly ctrlKey?: boolean;
  readonly altKey?: boolean;
  readonly metaKey?: boolean;
  readonly inputType?: string;
  readonly data?: string | null;
  getModifierState?(key: string): boolean;
}

/** By what kind of device something was pressed; `assistive` is a press without a device, as screen readers and voice control make it. */
export type Activation = 'untrusted' | 'keyboard' | 'assistive' | 'touch' | 'pen' | 'mouse';
