import {
  SCHOOL_PART_LABELS,
  type SchoolPartWords,
} from '../../../../../domain/interaction-form/interaction-campaign.schema';
import { Card } from '../../../../components/card';
import { Notice } from '../../../../components/notice';
import { Part } from '../../../../components/part';
import type { Opened, SchoolPart } from '../../interaction-form.queries';

const NAMES = Object.keys(SCHOOL_PART_LABELS) as (keyof SchoolPartWords)[];

/** How the child is at school; strengths first. */
export function SchoolPartCard({
  part,
  student,
}: {
  part: SchoolPart;
  student: Opened['student'];
}) {
  return (
    <Card title={student.name} aside={student.classLabel}>
      {part.byName === null ? (
        <Notice text="导师还没有写在校的情况，您可以先填。" />
      ) : (
        NAMES.filter((name) => part[name] !== '').map((name) => (
          <Part
            key={name}
            label={`${SCHOOL_PART_LABELS[name]}（${part.byName}）`}
            text={part[name]}
          />
        ))
      )}
    </Card>
  );
}
