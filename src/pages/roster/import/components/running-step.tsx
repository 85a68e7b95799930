import { Text } from '@tarojs/components';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { sayFailure } from '../../../../components/failure';
import { Notice } from '../../../../components/notice';
import { Screen } from '../../../../components/screen';
import { Progress } from '../../../../components/segments';
import type { RosterImport } from '../../roster.queries';
import { useSteps } from './use-steps';

interface RunningStepProps {
  verb: 'submit' | 'void';
  view: RosterImport;
  onStep(view: RosterImport): void;
}

/** How far the import, or its undoing, is. */
export function RunningStep({ verb, view, onStep }: RunningStepProps) {
  const { error, retry } = useSteps(verb, view.id, onStep);
  const isUnderWay = view.state === 'applying' || view.state === 'undoing';
  const done = isUnderWay ? view.done : 0;
  const percent = view.chunks === 0 ? 0 : Math.round((done / view.chunks) * 100);
  return (
    <Screen>
      <Card title={verb === 'submit' ? '正在导入' : '正在撤销'} aside={`${percent}%`}>
        <Progress done={done} of={view.chunks} />
        <Text>离开这一页会停在这里，回来接着做；做过的不会重复。</Text>
        {error !== null && (
          <Notice
            kind="error"
            text={sayFailure(error)}
            action={<Button kind="link" text="接着做" onTap={retry} />}
          />
        )}
      </Card>
    </Screen>
  );
}
