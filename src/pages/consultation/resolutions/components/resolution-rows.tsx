import { monthAndDay } from '../../../../../domain/calendar/day';
import { Button } from '../../../../components/button';
import { Row } from '../../../../components/row';
import type { Resolution, useResolutions } from '../../consultation.queries';

interface ResolutionRowsProps {
  list: ReturnType<typeof useResolutions>;
  /** Said of a resolution besides its place, owner and day. */
  sayMore?(resolution: Resolution): string | false;
  onOpen(resolution: Resolution): void;
}

export const resolutionsIn = ({ data }: ReturnType<typeof useResolutions>): Resolution[] =>
  data?.pages.flatMap((page) => page.resolutions) ?? [];

/** Resolutions page by page, the nearest day first. */
export function ResolutionRows({ list, sayMore, onOpen }: ResolutionRowsProps) {
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = list;
  return (
    <>
      {resolutionsIn(list).map((resolution) => {
        const { id, what, student, placeLabel, owner, dueOn, isLate } = resolution;
        const due = `${monthAndDay(dueOn)}${isLate ? '到期，晚了' : '看'}`;
        return (
          <Row
            key={id}
            title={[student?.name, what].filter(Boolean).join('：')}
            note={[placeLabel, owner, due, sayMore?.(resolution)].filter(Boolean).join(' · ')}
            onTap={() => onOpen(resolution)}
          />
        );
      })}
      {hasNextPage && (
        <Button
          kind="link"
          text="再看 30 条"
          isBusy={isFetchingNextPage}
          onTap={() => void fetchNextPage()}
        />
      )}
    </>
  );
}
