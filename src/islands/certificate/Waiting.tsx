import { say } from '../../core/i18n/index.ts';
import { Loading, NotLoaded } from '../Loading.tsx';
import type { CertificateProps } from './props.ts';

interface Props extends Pick<CertificateProps, 'ui'> {
  /** What is said meanwhile; else that the record is being read. */
  text?: string;
  /** Whether what is waited for could not be had. */
  hasFailed?: boolean;
}

/** The page while there is no certificate to show yet, with its heading for those who go by headings. */
export function Waiting({ ui, text, hasFailed = false }: Props) {
  return (
    <>
      <h1 className="hidden-visually">{say(ui, 'certificate.title')}</h1>
      {hasFailed ? <NotLoaded ui={ui} /> : <Loading ui={ui} {...(text && { text })} />}
    </>
  );
}
