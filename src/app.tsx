import './platform/accessibility';
import type { PropsWithChildren } from 'react';
import { QueryProvider } from './platform/query';
import './app.scss';

export default function App({ children }: PropsWithChildren) {
  return <QueryProvider>{children}</QueryProvider>;
}
