import { useState } from 'react';
import { addDays, dayOf, sayDay } from '../../../../../domain/calendar/day';
import { MAX_DAYS_LATE, sayPartners } from '../../../../../domain/home-visit/home-visit.rules';
import {
  MAX_AGREED,
  MAX_PHOTOS,
  MAX_WORDS,
  photoPathOf,
  VISIT_PARTNERS,
  VISIT_REASONS,
  VISIT_WAYS,
  type VisitPartner,
  type VisitWay,
} from '../../../../../domain/home-visit/home-visit.schema';
import { wordingHints } from '../../../../../domain/wording';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { OneOf, SomeOf } from '../../../../components/choices';
import { DayField } from '../../../../components/day-field';
import { EditFooter } from '../../../../components/edit/edit-footer';
import { VersionsSheet } from '../../../../components/edit/versions-sheet';
import { TextArea } from '../../../../components/field';
import { Hints } from '../../../../components/hints';
import { Notice } from '../../../../components/notice';
import { Part } from '../../../../components/part';
import { PhotoField } from '../../../../components/photos/photo-field';
import { Screen } from '../../../../components/screen';
import { CompanionField } from '../../components/companion-field';
import type { VisitForm } from '../../home-visit.queries';
import { useVisitEdit } from './use-visit-edit';
import { sayPart, VISIT_PARTS, wordsOf } from './visit-parts';

const WAYS = Object.entries(VISIT_WAYS) as [VisitWay, string][];
const PARTNERS = Object.entries(VISIT_PARTNERS) as [VisitPartner, string][];
const USUAL_DAYS = [0, 1, 2, 3];

/** 记家访: whom one met by tap, one text; the rest is filled in or may stay empty. */
export function RecordForm({ form }: { form: VisitForm }) {
  const edit = useVisitEdit(form);
  const today = dayOf(new Date());
  const { student, colleagues } = form;
  const words = wordsOf(edit.initial);
  const [hints, setHints] = useState(() => wordingHints(words.learned));

  const sheet = edit.conflict && (
    <VersionsSheet
      conflict={edit.conflict}
      labelOf={(part) => VISIT_PARTS[part as keyof typeof VISIT_PARTS]}
      say={(part, text) => sayPart(part, text, colleagues)}
      onResolve={edit.resolve}
      onClose={edit.closeConflict}
    />
  );
  return (
    <Screen footer={<EditFooter edit={edit} />} sheet={sheet}>
      {edit.isRestored && (
        <Notice
          kind="care"
          text="这是上次没有保存的草稿。"
          action={<Button kind="link" text="丢弃草稿" onTap={edit.discard} />}
        />
      )}
      <PlanCard form={form} />
      <Card key={edit.formKey} title={`${student.name} · ${student.classLabel}`}>
        <OneOf
          label="方式"
          choices={WAYS}
          initial={words.way}
          onChoose={(way) => edit.type('way', way)}
        />
        <DayField
          label="哪天"
          usual={USUAL_DAYS.map((n) => [addDays(today, -n), sayDay(addDays(today, -n), today)])}
          from={addDays(today, -MAX_DAYS_LATE)}
          to={today}
          initial={words.visitedOn}
          say={(day) => sayDay(day, today)}
          onChoose={(day) => edit.type('visitedOn', day)}
        />
        <SomeOf
          label="见到了谁"
          choices={PARTNERS}
          initial={words.met}
          onChoose={(met) => edit.type('met', met.join(','))}
        />
        <TextArea
          label="了解到的（教师之间可以看到）"
          placeholder="先写看到的长处，再写需要的帮助。家庭和健康的细节，保存后写进保密部分。"
          max={MAX_WORDS}
          initial={words.learned}
          onInput={(text) => {
            edit.type('learned', text);
            setHints(wordingHints(text));
          }}
        />
        <Hints hints={hints} />
        <TextArea
          label="约定的（家长也能看到）"
          placeholder="一起定下的一小步，谁来做，到哪天。"
          max={MAX_AGREED}
          initial={words.agreed}
          onInput={(text) => edit.type('agreed', text)}
        />
        <CompanionField
          colleagues={colleagues}
          initial={words.companionId}
          onChoose={(companionId) => edit.type('companionId', companionId ?? '')}
        />
        <PhotoField
          label="照片（可以不拍）"
          note="先问过家长。不拍家里的细节，不记位置。"
          max={MAX_PHOTOS}
          initial={words.photos}
          pathOf={(name) => photoPathOf(words.visitId, name)}
          onChange={(photos) => edit.type('photos', photos.join(','))}
        />
      </Card>
    </Screen>
  );
}

/** What was planned, to have it at hand while writing. */
function PlanCard({ form: { visit } }: { form: VisitForm }) {
  if (visit?.status !== 'planned') return null;
  const { reasons, partners, askAbout } = visit.plan;
  return (
    <Card title="计划里写的">
      <Part label="为什么去" text={reasons.map((reason) => VISIT_REASONS[reason]).join('、')} />
      {partners.length > 0 && <Part label="见谁" text={sayPartners(partners)} />}
      {askAbout !== '' && <Part label="想了解什么" text={askAbout} />}
    </Card>
  );
}
