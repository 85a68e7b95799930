import { dayOf, sayDay } from '../../../../../domain/calendar/day';
import { sayPartners } from '../../../../../domain/home-visit/home-visit.rules';
import {
  VISIT_WAYS,
  type VisitPartner,
  type VisitWay,
} from '../../../../../domain/home-visit/home-visit.schema';
import type { Parts } from '../../../../components/edit/merge-versions';
import { newId } from '../../../../platform/id';
import type { Visit, VisitForm } from '../../home-visit.queries';

/**
 * A visit as the parts of an edit: each a text, so that drafts, merging and undoing work as for any
 * other record. Lists are joined; `visitId` is made once and never differs.
 */
export const VISIT_PARTS = {
  way: '方式',
  visitedOn: '哪天',
  met: '见到了谁',
  learned: '了解到的',
  agreed: '约定的',
  photos: '照片',
  companionId: '同行的老师',
} as const;

const join = (items: readonly string[]) => items.join(',');
const split = <T extends string>(text: string | undefined) => (text ? text.split(',') : []) as T[];

export const partsOf = ({ id, words, companion }: Visit): Parts => ({
  visitId: id,
  way: words.way ?? 'inPerson',
  visitedOn: words.visitedOn ?? dayOf(new Date()),
  met: join(words.met),
  learned: words.learned,
  agreed: words.agreed,
  photos: join(words.photos),
  companionId: companion ? companion.id : '',
});

/** What a form begins with: the visit, or its plan with today, or nothing but today. */
export function firstParts({ visit }: VisitForm): Parts {
  if (!visit) {
    const today = dayOf(new Date());
    const empty = { met: '', learned: '', agreed: '', photos: '', companionId: '' };
    return { visitId: newId(), way: 'inPerson', visitedOn: today, ...empty };
  }
  const parts = partsOf(visit);
  return visit.status === 'planned' ? { ...parts, met: join(visit.plan.partners) } : parts;
}

export const wordsOf = (parts: Parts) => ({
  visitId: parts.visitId ?? '',
  way: (parts.way ?? 'inPerson') as VisitWay,
  visitedOn: parts.visitedOn ?? '',
  met: split<VisitPartner>(parts.met),
  learned: (parts.learned ?? '').trim(),
  agreed: (parts.agreed ?? '').trim(),
  photos: split<string>(parts.photos),
  companionId: parts.companionId || null,
});

/** A part in words, where two versions are compared. */
export function sayPart(part: string, text: string, colleagues: VisitForm['colleagues']): string {
  switch (part) {
    case 'way':
      return VISIT_WAYS[text as VisitWay] ?? '';
    case 'visitedOn':
      return sayDay(text, dayOf(new Date()));
    case 'met':
      return sayPartners(split(text));
    case 'photos':
      return `${split(text).length} 张`;
    case 'companionId':
      return colleagues.find(({ id }) => id === text)?.name ?? '没有';
    default:
      return text;
  }
}
