import { useRouter } from '@tarojs/taro';
import { useState } from 'react';
import { Answered } from '../../../components/answered';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { type RosterImport, useRosterImport } from '../roster.queries';
import { CheckedStep } from './components/checked-step';
import { DoneStep } from './components/done-step';
import { MappingStep } from './components/mapping-step';
import { RunningStep } from './components/running-step';

/** One file on its way in: its columns, its problems, the import, and the way back. */
export default function RosterImportPage() {
  const { importId = '' } = useRouter().params;
  const stored = useRosterImport(importId);
  if (!stored.data) {
    return (
      <Screen>
        <Answered query={stored} skeleton={<Skeleton rows={6} />}>
          {() => null}
        </Answered>
      </Screen>
    );
  }
  return <Steps stored={stored.data} />;
}

/** What a step answers stands until the page is asked again. */
function Steps({ stored }: { stored: RosterImport }) {
  const [later, setLater] = useState<RosterImport | null>(null);
  const [isMapping, setIsMapping] = useState(false);
  const [isTakingBack, setIsTakingBack] = useState(false);
  const view = later ?? stored;
  const isOpen = view.state === 'staged' || view.state === 'checked';
  if (view.state === 'staged' || (isMapping && isOpen)) {
    return (
      <MappingStep
        view={view}
        onChecked={(checked) => {
          setLater(checked);
          setIsMapping(false);
        }}
      />
    );
  }
  if (view.state === 'checked') {
    return (
      <CheckedStep
        key={view.rev}
        view={view}
        onMap={() => setIsMapping(true)}
        onBegin={() => setLater({ ...view, state: 'applying', done: 0 })}
      />
    );
  }
  if (view.state === 'applying') {
    return <RunningStep key="submit" verb="submit" view={view} onStep={setLater} />;
  }
  if (view.state === 'undoing' || (isTakingBack && view.state === 'applied')) {
    return <RunningStep key="void" verb="void" view={view} onStep={setLater} />;
  }
  return <DoneStep view={view} onUndo={() => setIsTakingBack(true)} />;
}
