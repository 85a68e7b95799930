import { useState } from 'react';
import type { MeetingKindId } from '../../../../domain/regulation/meeting-words';
import { Answered } from '../../../components/answered';
import { Card } from '../../../components/card';
import { OneOf } from '../../../components/choices';
import { Empty } from '../../../components/empty';
import { Screen } from '../../../components/screen';
import { Skeleton } from '../../../components/skeleton';
import { useMayPlan, useMeetingForm } from '../consultation.queries';
import { PlanForm } from './components/plan-form';

type MayPlan = NonNullable<ReturnType<typeof useMayPlan>['data']>;

/** Where a kind of meeting may be called together by this person. */
const placesFor = ({ places, kinds }: MayPlan, kindId: MeetingKindId | null) => {
  const scope = kinds.find(({ id }) => id === kindId)?.scope;
  if (!scope) return [];
  return scope === 'district' ? places.school : places[scope];
};

/** 计划会商: which kind, where, when; the rules of the kind stand beside it. */
export default function PlanPage() {
  const mayPlan = useMayPlan();
  const [kindId, setKindId] = useState<MeetingKindId | null>(null);
  const [chosenId, setChosenId] = useState<string | null>(null);
  const places = mayPlan.data ? placesFor(mayPlan.data, kindId) : [];
  const placeId = places.length === 1 ? (places[0]?.id ?? null) : chosenId;
  const form = useMeetingForm(kindId, places.some(({ id }) => id === placeId) ? placeId : null);
  return (
    <Screen>
      <Answered query={mayPlan} skeleton={<Skeleton rows={4} />}>
        {(answer) => {
          const kinds = answer.kinds.filter(
            ({ id }) => id !== 'huddle' && placesFor(answer, id).length > 0,
          );
          return (
            <Card>
              {kinds.length === 0 && <Empty text="学校设好会商制度以后，可以在这里计划会商。" />}
              <OneOf
                label="什么会"
                choices={kinds.map(({ id, label }) => [id, label] as const)}
                initial={kindId}
                onChoose={(id) => {
                  setKindId(id);
                  setChosenId(null);
                }}
              />
              {places.length > 1 && (
                <OneOf
                  key={kindId}
                  label="哪里的会"
                  choices={places.map(({ id, label }) => [id, label] as const)}
                  initial={chosenId}
                  onChoose={setChosenId}
                />
              )}
            </Card>
          );
        }}
      </Answered>
      {kindId !== null && form.data && placeId !== null && (
        <PlanForm key={`${kindId}~${placeId}`} kindId={kindId} placeId={placeId} form={form.data} />
      )}
    </Screen>
  );
}
