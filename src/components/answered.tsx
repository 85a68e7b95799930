import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Failure } from './failure';
import { Skeleton } from './skeleton';

interface AnsweredProps<T> {
  query: UseQueryResult<T>;
  /** The shape of what comes. */
  skeleton?: ReactNode;
  children(answer: T): ReactNode;
}

/** What was asked for: its shape while it comes, why it does not come, or the thing itself. */
export function Answered<T>({ query, skeleton = <Skeleton />, children }: AnsweredProps<T>) {
  const { data, error, refetch } = query;
  if (data !== undefined) return <>{children(data)}</>;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  return <>{skeleton}</>;
}
