import { useRouter } from '@tarojs/taro';
import { Answered } from '../../../components/answered';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { addressOfTab } from '../../../platform/navigate';
import { CARD_PICTURE, type ShareableCard, useShareMenu } from '../../../platform/share';
import { sayDate } from '../../../platform/when';
import { useUnreached } from '../../../sheets/reminder/reminder.queries';
import { UnreachedCard } from '../../../sheets/reminder/unreached-card';
import { CampaignHead } from '../components/campaign-head';
import { type Campaign, useListed } from '../interaction-form.queries';
import { AnsweredCard } from './components/answered-card';
import { CodeCard } from './components/code-card';
import { WaitingCard } from './components/waiting-card';

/** For the group: what to fill in and until when. It names nobody, and opens everybody's own 今天. */
const cardOf = ({ title, closesOn }: Campaign): ShareableCard => ({
  title: `请填“${title}”，${sayDate(closesOn)}截止`,
  address: addressOfTab('today'),
  picture: CARD_PICTURE,
});

/** 谁填了: of a class or of one's mentees; who has not comes first, with a way to reach them. */
export default function FormProgressPage() {
  const { campaign: campaignId = '', classId } = useRouter().params;
  const listed = useListed({ campaignId, classId });
  const unreached = useUnreached(campaignId);
  const campaign = listed.data?.campaign;
  const card = campaign?.isOpen && campaign.respondent === 'guardian' ? cardOf(campaign) : null;
  useShareMenu(card);
  return (
    <Screen>
      <Answered query={listed} skeleton={<Skeleton rows={8} />}>
        {({ campaign, label, students, codes }) => {
          const answered = students.filter(({ answeredAt }) => answeredAt !== null);
          const waiting = students.filter(({ answeredAt }) => answeredAt === null);
          return (
            <>
              <CampaignHead
                campaign={campaign}
                answered={answered.length}
                of={students.length}
                {...(classId !== undefined && { classId })}
                onChanged={() => void listed.refetch()}
              />
              {codes && classId !== undefined && campaign.isOpen && (
                <CodeCard
                  campaignId={campaignId}
                  classId={classId}
                  codes={codes}
                  onChanged={() => void listed.refetch()}
                />
              )}
              <WaitingCard campaign={campaign} label={label} students={waiting} card={card} />
              <UnreachedCard unreached={unreached} />
              <AnsweredCard campaignId={campaignId} students={answered} />
            </>
          );
        }}
      </Answered>
    </Screen>
  );
}
