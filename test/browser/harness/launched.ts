/** What is asked of a launch, and what both browsers have in common once they run. */

export interface LaunchOptions {
  /** The built extension's folder. */
  readonly dist: string;
  /** The value of DISPLAY. */
  readonly display: string;
  /** The guard's managed policy; undefined: none. */
  readonly managed?: Readonly<Record<string, unknown>> | undefined;
  /** More policies of the browser itself; they win over ours, entries of ExtensionSettings are added to ours. */
  readonly policies?: Readonly<Record<string, unknown>> | undefined;
  /** Guarded host → loopback port. */
  readonly hosts: Readonly<Record<string, number>>;
  readonly certificates: { readonly caPem: string; readonly caDerBase64: string };
  /** Opened at the start. */
  readonly url?: string | undefined;
  /** `agent`: a remote client can connect; `none`: no remote protocol at all. */
  readonly remote: 'agent' | 'none';
  /** `inspector` lets a remote client into our own pages (never in a gate test). */
  readonly tools?: 'locked' | 'inspector' | undefined;
  /** A profile of an earlier run, kept by `stop`; the guard in it stays the same extension with its storage. */
  readonly profile?: string | undefined;
  /** `policy` must be possible here, or the launch throws; `demo` loads the build unpacked; undefined: what is possible. */
  readonly install?: 'policy' | 'demo' | undefined;
  /** `absent`: the same browser without the guard, to compare with; undefined: it is installed. */
  readonly guard?: 'absent' | undefined;
  /** Folders of more extensions, loaded unpacked (Chromium alone). */
  readonly extensions?: readonly string[] | undefined;
  /** More command line arguments; `--window-size` would resize our own windows too. */
  readonly extraArgs?: readonly string[] | undefined;
  readonly say?: ((line: string) => void) | undefined;
}

export interface Launched {
  readonly browser: 'chromium' | 'firefox';
  readonly install: 'policy' | 'demo';
  /** The guard's extension id. */
  readonly guardId: string;
  /** The guard's own address, "chrome-extension://…/"; "" in Firefox, which chooses one at random. */
  readonly guardOrigin: string;
  readonly profile: string;
  readonly processId: number;
  /** Where a remote client connects: http for Chromium, ws for Firefox; null without remote. */
  readonly remoteUrl: string | null;
  /** Hosts that the browser asked for and did not get, "host:port". */
  readonly refusedHosts: ReadonlySet<string>;
  /** Resolves when the browser has ended, by whomever. */
  readonly closed: Promise<void>;
  /** Rewrites the managed policy (null removes it); Chromium notices after about 5 s, Firefox at its next start. */
  setManaged(managed: Readonly<Record<string, unknown>> | null): void;
  /** Rewrites the browser's own added policies (those of `LaunchOptions.policies`); noticed like `setManaged`. */
  setPolicies(policies: Readonly<Record<string, unknown>>): void;
  /** Rewrites the policy file with these very characters. */
  writePolicyFile(content: string): void;
  /** Process ids of the browser's extension processes; empty where there is no /proc. */
  extensionProcesses(): readonly number[];
  /** Kills them as a crash would; how many there were. */
  killExtensionProcesses(): number;
  /** Whether the browser still runs. */
  isRunning(): boolean;
  /**
   * Ends the browser and keeps its profile: by SIGTERM, which Chromium takes as a logout and Firefox as an abrupt end.
   * For an orderly end let the person close the windows first (`Person.closeWindow`) and wait for `closed`.
   */
  stop(): Promise<void>;
  /** Ends the browser and removes its profile. */
  close(): Promise<void>;
}
