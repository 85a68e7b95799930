import { Answered } from '../../../components/answered';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { Empty } from '../../../components/empty';
import { Row } from '../../../components/row';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { openPage } from '../../../platform/navigate';
import { type Campaign, type Campaigns, useCampaigns } from '../interaction-form.queries';
import { openCampaign, sayCampaign } from './components/open-campaign';

/** 互动表: what I sent out, what is open for my students, and the next one. */
export default function FormsPage() {
  const campaigns = useCampaigns();
  return (
    <Screen
      footer={
        campaigns.data &&
        maySend(campaigns.data) && (
          <Button kind="main" text="发一份表" onTap={() => openPage('sendForm', {})} />
        )
      }
    >
      <Answered query={campaigns} skeleton={<Skeleton rows={6} />}>
        {(answer) => (
          <>
            {answer.open.length > 0 && (
              <Card title="正在填的">
                <Rows all={answer} campaigns={answer.open} />
              </Card>
            )}
            <Card title="我发的" aside={answer.sent.length > 0 ? `${answer.sent.length} 份` : ''}>
              {answer.sent.length === 0 && (
                <Empty text="您发出去的表、谁填了、填了什么，会出现在这里。" />
              )}
              <Rows all={answer} campaigns={answer.sent} />
            </Card>
            <Card title="表的样式">
              <Row
                title="看看有哪些表"
                note="学校可以改题目，发出去的不会跟着变"
                onTap={() => openPage('formTemplates', {})}
              />
            </Card>
          </>
        )}
      </Answered>
    </Screen>
  );
}

const maySend = ({ targets }: Campaigns): boolean =>
  targets.school || targets.mentees > 0 || targets.classes.length + targets.divisions.length > 0;

function Rows({ all, campaigns }: { all: Campaigns; campaigns: readonly Campaign[] }) {
  return (
    <>
      {campaigns.map((campaign) => (
        <Row
          key={campaign.id}
          title={campaign.title}
          note={sayCampaign(campaign)}
          onTap={() => openCampaign(campaign, all)}
        />
      ))}
    </>
  );
}
