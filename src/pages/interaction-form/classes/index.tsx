import { useRouter } from '@tarojs/taro';
import { Answered } from '../../../components/answered';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Empty } from '../../../components/empty';
import { usePaged } from '../../../components/paged';
import { Row } from '../../../components/row';
import { Screen } from '../../../components/screen';
import { Progress } from '../../../components/segments';
import { Skeleton } from '../../../components/skeleton';
import type { Answer } from '../../../platform/api';
import { openPage } from '../../../platform/navigate';
import { CampaignHead } from '../components/campaign-head';
import { useClassProgress } from '../interaction-form.queries';

type ClassProgress = Answer<'interactionProgress', 'list'>;

/** 各班进度: how far each class is, the one furthest behind first. */
export default function FormClassesPage() {
  const { campaign: campaignId = '' } = useRouter().params;
  const progress = useClassProgress(campaignId);
  return (
    <Screen>
      <Answered query={progress} skeleton={<Skeleton rows={8} />}>
        {({ campaign, classes }) => (
          <>
            <CampaignHead
              campaign={campaign}
              answered={classes.reduce((sum, one) => sum + one.answered, 0)}
              of={classes.reduce((sum, one) => sum + one.students, 0)}
              onChanged={() => void progress.refetch()}
            />
            <Classes campaignId={campaignId} classes={classes} />
          </>
        )}
      </Answered>
    </Screen>
  );
}

const AT_FIRST = 20;

interface ClassesProps {
  campaignId: string;
  classes: ClassProgress['classes'];
}

function Classes({ campaignId, classes }: ClassesProps) {
  const { shown, left, showAll } = usePaged(classes, AT_FIRST);
  return (
    <Card title="各班" aside={`${classes.length} 个班`}>
      {classes.length === 0 && <Empty text="这份表没有发给您负责的班级。" />}
      {shown.map(({ classId, label, homeroomTeacher, answered, students }) => (
        <Row
          key={classId}
          title={label}
          note={`${homeroomTeacher} · 已填 ${answered}/${students}`}
          onTap={() => openPage('formProgress', { campaign: campaignId, classId })}
        >
          <Progress done={answered} of={students} />
        </Row>
      ))}
      {left > 0 && <Button kind="link" text={`还有 ${left} 个班`} onTap={showAll} />}
    </Card>
  );
}
