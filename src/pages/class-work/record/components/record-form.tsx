import { useState } from 'react';
import { addDays, dayOf, sayDay } from '../../../../../domain/calendar/day';
import {
  MAX_TITLE,
  MAX_WORK_PHOTOS,
  MAX_WORK_WORDS,
  workPhotoPathOf,
} from '../../../../../domain/class-work/class-work.schema';
import { CLASS_WORK_KINDS } from '../../../../../domain/class-work/class-work-kinds';
import { RECORD_KINDS } from '../../../../../domain/regulation/record-kind';
import { wordingHints } from '../../../../../domain/wording';
import { Button } from '../../../../components/button';
import { Card } from '../../../../components/card';
import { DayField } from '../../../../components/day-field';
import { EditFooter } from '../../../../components/edit/edit-footer';
import { VersionsSheet } from '../../../../components/edit/versions-sheet';
import { TextArea, TextField } from '../../../../components/field';
import { Hints } from '../../../../components/hints';
import { Notice } from '../../../../components/notice';
import { PhotoField } from '../../../../components/photos/photo-field';
import { Screen } from '../../../../components/screen';
import type { ClassWorks, RecordOf } from '../../class-work.queries';
import { photosIn, useWorkEdit, WORK_PARTS } from './use-work-edit';

const USUAL_DAYS = [0, 1, 2];

/** A day by tap, a theme, one text; the rest may stay empty. */
export function RecordForm({ of, answer }: { of: RecordOf; answer: ClassWorks }) {
  const edit = useWorkEdit(of, answer);
  const today = dayOf(new Date());
  const { theme, words, hint, of: whose } = CLASS_WORK_KINDS[of.kind];
  const { on = today, title = '', text = '', workId = '' } = edit.initial;
  const [hints, setHints] = useState(() => wordingHints(text));
  const { startsOn } = answer.term;

  const sheet = edit.conflict && (
    <VersionsSheet
      conflict={edit.conflict}
      labelOf={(part) => WORK_PARTS[part] ?? ''}
      say={(part, said) => (part === 'photos' ? `${photosIn({ photos: said }).length} 张` : said)}
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
      <Card
        key={edit.formKey}
        title={RECORD_KINDS[of.kind].label}
        aside={answer.label ?? undefined}
      >
        <DayField
          label="哪天"
          usual={USUAL_DAYS.map((n) => addDays(today, -n))
            .filter((day) => day >= startsOn)
            .map((day) => [day, sayDay(day, today)])}
          from={startsOn}
          to={today}
          initial={on}
          say={(day) => sayDay(day, today)}
          onChoose={(day) => edit.type('on', day)}
        />
        <TextField
          label={theme ?? '题目'}
          max={MAX_TITLE}
          initial={title}
          onInput={(typed) => edit.type('title', typed)}
        />
        <TextArea
          label={words}
          placeholder={hint}
          max={MAX_WORK_WORDS}
          initial={text}
          onInput={(typed) => {
            edit.type('text', typed);
            setHints(wordingHints(typed));
          }}
        />
        <Hints hints={hints} />
        {whose === 'class' && (
          <PhotoField
            label="照片（可以不拍）"
            note="拍板面、布置和场面，不拍单独一名同学的脸。"
            max={MAX_WORK_PHOTOS}
            initial={photosIn(edit.initial)}
            pathOf={(name) => workPhotoPathOf(workId, name)}
            onChange={(photos) => edit.type('photos', photos.join(','))}
          />
        )}
      </Card>
    </Screen>
  );
}
