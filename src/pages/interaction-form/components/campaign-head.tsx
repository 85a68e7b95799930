import { Text, View } from '@tarojs/components';
import { useState } from 'react';
import { addDays, dayOf } from '../../../../domain/calendar/day';
import { Button } from '../../../components/button';
import { Card } from '../../../components/card';
import { sayFailure } from '../../../components/failure';
import { Row } from '../../../components/row';
import { Progress } from '../../../components/segments';
import { Sheet } from '../../../components/sheet';
import { showToast } from '../../../components/toast';
import { openPage } from '../../../platform/navigate';
import { useWriteId } from '../../../platform/use-api';
import { sayDate } from '../../../platform/when';
import { type Campaign, useCloseCampaign, useReviseCampaign } from '../interaction-form.queries';
import './campaign-head.scss';

interface CampaignHeadProps {
  campaign: Campaign;
  answered: number;
  of: number;
  /** Of one class; without it, of everybody it went to. */
  classId?: string;
  onChanged(): void;
}

/** A campaign: how far it is, until when, what the answers add up to; its sender may change it. */
export function CampaignHead({ campaign, answered, of, classId, onChanged }: CampaignHeadProps) {
  const [isOpen, setIsOpen] = useState(false);
  const { id, title, closesOn } = campaign;
  const until = campaign.isOpen ? `${sayDate(closesOn)}截止` : '现在不能填';
  const mayTally = classId !== undefined || campaign.mayClose;
  return (
    <Card title={title} aside={`${until} · 已填 ${answered}/${of}`}>
      <Progress done={answered} of={of} />
      <View className="campaign-verbs">
        {mayTally && (
          <Button
            text="看汇总"
            onTap={() =>
              openPage('formTally', { campaign: id, ...(classId !== undefined && { classId }) })
            }
          />
        )}
        {campaign.mayClose && (
          <Button kind="link" text="改截止的日子" onTap={() => setIsOpen(true)} />
        )}
      </View>
      {isOpen && (
        <WindowSheet campaign={campaign} onChanged={onChanged} onClose={() => setIsOpen(false)} />
      )}
    </Card>
  );
}

const LATER = [3, 7, 14];

interface WindowSheetProps {
  campaign: Campaign;
  onChanged(): void;
  onClose(): void;
}

/** End it, open it again, or leave it open longer; every answer stays. */
function WindowSheet({ campaign, onChanged, onClose }: WindowSheetProps) {
  const closing = useCloseCampaign();
  const revising = useReviseCampaign();
  const writeIdOf = useWriteId();
  const today = dayOf(new Date());
  const edit = (content: object) => ({
    campaignId: campaign.id,
    rev: campaign.rev,
    writeId: writeIdOf({ ...content, rev: campaign.rev }),
  });
  const run = async (write: Promise<unknown>, said: string) => {
    try {
      await write;
      showToast({ text: said });
      onChanged();
      onClose();
    } catch (failure) {
      showToast({ text: sayFailure(failure) });
    }
  };
  const from = campaign.isOpen ? campaign.closesOn : today;
  return (
    <Sheet title={campaign.title} onClose={onClose}>
      <Text className="campaign-kept">已经填的都会保留。</Text>
      {LATER.map((days) => {
        const closesOn = addDays(from, days);
        const said = `${campaign.isOpen ? '延长' : '重新开放'}到${sayDate(closesOn)}`;
        return (
          <Row
            key={days}
            title={said}
            onTap={() => void run(revising.mutateAsync({ ...edit({ closesOn }), closesOn }), said)}
          />
        );
      })}
      {campaign.isOpen && (
        <Row
          title="现在结束"
          onTap={() => void run(closing.mutateAsync(edit({ close: true })), '已结束，可以再开放')}
        />
      )}
    </Sheet>
  );
}
