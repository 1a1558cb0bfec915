/** What both browsers have in common once they run. */

export interface LaunchOptions {
  /** The built extension's folder. */
  readonly dist: string;
  /** The value of DISPLAY. */
  readonly display: string;
  /** The guard's managed policy; undefined: none. */
  readonly managed?: Readonly<Record<string, unknown>> | undefined;
  /** Guarded host → loopback port. */
  readonly hosts: Readonly<Record<string, number>>;
  readonly certificates: { readonly caPem: string; readonly caDerBase64: string };
  /** Opened at the start. */
  readonly url?: string | undefined;
  /** `agent`: a remote client can connect; `none`: no remote protocol at all. */
  readonly remote: 'agent' | 'none';
  /** `inspector` lets a remote client into our own pages (never in a gate test). */
  readonly tools?: 'locked' | 'inspector' | undefined;
  /** A profile of an earlier run, kept by `stop`. */
  readonly profile?: string | undefined;
  readonly say?: ((line: string) => void) | undefined;
}

export interface Launched {
  readonly browser: 'chromium' | 'firefox';
  readonly install: 'policy' | 'demo';
  /** The guard's own address, "chrome-extension://…/"; "" where it cannot be known. */
  readonly guardOrigin: string;
  readonly profile: string;
  readonly processId: number;
  /** Where a remote client connects; null without remote. */
  readonly remoteUrl: string | null;
  /** Hosts that the browser asked for and did not get. */
  readonly refusedHosts: ReadonlySet<string>;
  /** Rewrites the managed policy of the running browser (null removes it); Chromium notices after about 5 s. */
  setManaged(managed: Readonly<Record<string, unknown>> | null): void;
  /** Rewrites the policy file with these very characters. */
  writePolicyFile(content: string): void;
  /** Process ids of the browser's extension processes. */
  extensionProcesses(): readonly number[];
  /** Kills them as a crash would; how many there were. */
  killExtensionProcesses(): number;
  /** Whether the browser still runs. */
  isRunning(): boolean;
  /** Ends the browser and keeps its profile. */
  stop(): Promise<void>;
  /** Ends the browser and removes its profile. */
  close(): Promise<void>;
}
