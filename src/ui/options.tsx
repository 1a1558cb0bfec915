/** The options page: what is in force and by whom, what a person may make stricter here, what waits and what has happened. */
import { type ComponentChild, render } from 'preact';
import { useEffect } from 'preact/hooks';
import type { GuardView } from '../messages.ts';
import { Activity } from './activity.tsx';
import { Approval } from './approval-section.tsx';
import { say, tell } from './ask.ts';
import { Contents, type Part } from './contents.tsx';
import { SettingsFile } from './file-section.tsx';
import { Groups } from './groups-section.tsx';
import { Labels, Sensitive } from './labels-section.tsx';
import { PolicyState } from './policy-state.tsx';
import { PreviewOfSite } from './preview-section.tsx';
import { Protection } from './protection-section.tsx';
import { Rules } from './rules-section.tsx';
import { InForce } from './settings-in-force.tsx';
import { Sites } from './sites-section.tsx';
import { Trial } from './trial-section.tsx';
import { TryIt } from './try-section.tsx';
import { type OwnSettings, useSettings } from './use-settings.ts';
import { useView } from './use-view.ts';
import { Waiting } from './waiting-section.tsx';
import { supportLine } from './words.ts';

function Options() {
  const view = useView();
  return (
    <>
      <header class="bar">
        <img src="/icons/48.png" alt="" width="36" height="36" />
        <div>
          <h1>{say('optionsTitle')}</h1>
          <p class="note">{say('optionsIntro')}</p>
        </div>
      </header>
      {view ? <Whole view={view} /> : <main>{view === null && <p class="note">{say('guardAway')}</p>}</main>}
      <footer>
        <p class="support">{view ? supportLine(view.support, say) : ''}</p>
      </footer>
    </>
  );
}

function Whole({ view }: { readonly view: GuardView }) {
  // One for the whole page: settings are saved as a whole, and two parts must not undo each other's change.
  const settings = useSettings(view);
  const sections = sectionsOf(view, settings);
  // The part that the address names is there only now.
  useEffect(() => document.getElementById(location.hash.slice(1))?.scrollIntoView(), []);
  return (
    <div class="columns">
      <Contents parts={sections} />
      <main>
        <PolicyState view={view} />
        {sections.map((section) => section.shown)}
      </main>
    </div>
  );
}

interface Section extends Part {
  readonly shown: ComponentChild;
}

/** In the order in which people need them: what asks for them, what they may set, what is set, what was. */
function sectionsOf(view: GuardView, settings: OwnSettings): readonly Section[] {
  const { enforcement, trial } = view.settings;
  const isTrial = enforcement === 'shadow' || trial !== null;
  const review = view.approveIn === 'window' ? onReview : null;
  return [
    { id: 'waiting', title: say('waiting'), shown: <Waiting key="waiting" view={view} onReview={review} /> },
    { id: 'in-force', title: say('policyInForce'), shown: <InForce key="in-force" view={view} /> },
    { id: 'sites', title: say('sitesTitle'), shown: <Sites key="sites" view={view} settings={settings} /> },
    { id: 'approval', title: say('approvalTitle'), shown: <Approval key="approval" view={view} settings={settings} /> },
    { id: 'try', title: say('tryTitle'), shown: <TryIt key="try" view={view} /> },
    { id: 'preview', title: say('previewTitle'), shown: <PreviewOfSite key="preview" /> },
    ...(isTrial ? [{ id: 'trial', title: say('trialTitle'), shown: <Trial key="trial" view={view} /> }] : []),
    { id: 'labels', title: say('labelsTitle'), shown: <Labels key="labels" view={view} /> },
    { id: 'sensitive', title: say('sensitiveTitle'), shown: <Sensitive key="sensitive" view={view} /> },
    { id: 'groups', title: say('groupsTitle'), shown: <Groups key="groups" view={view} /> },
    { id: 'rules', title: say('rulesTitle'), shown: <Rules key="rules" view={view} /> },
    { id: 'activity', title: say('activityTitle'), shown: <Activity key="activity" view={view} /> },
    { id: 'file', title: say('fileTitle'), shown: <SettingsFile key="file" view={view} /> },
    { id: 'protection', title: say('protectionTitle'), shown: <Protection key="protection" view={view} /> },
  ];
}

function onReview(hold: GuardView['holds'][number]): void {
  void tell({ type: 'open-review', holdId: hold.id });
}

document.title = `Countersign: ${say('optionsPage')}`;
render(<Options />, document.getElementById('app') as HTMLElement);
