/** A file on its way to the server; see assistant/channels/uploads.py. */

const PATH = "/webhooks/web/files";
const RETRY_SECONDS = 3;
/** Half of a character, which some systems allow in a name and no encoding does. */
const LONELY_HALF = /\p{Cs}/gu;

export type Uploaded =
  | { id: string }
  | { refused: string }
  /** The server was not there, or wants to be asked later. */
  | { afterSeconds: number };

/** Send a file; `progress` hears which share of it has left. */
export function upload(
  server: string,
  session: string,
  name: string,
  content: Blob,
  progress: (share: number) => void,
): Promise<Uploaded> {
  return new Promise((resolve) => {
    const request = new XMLHttpRequest(); // `fetch` tells nothing of how far it is
    request.open("POST", new URL(PATH, server));
    request.responseType = "json";
    request.setRequestHeader("Content-Type", "application/octet-stream");
    request.setRequestHeader("X-Session", session);
    request.setRequestHeader("X-File-Name", encodeURIComponent(name.replace(LONELY_HALF, "")));
    request.upload.onprogress = ({ loaded, total }) => progress(total ? loaded / total : 0);
    request.onload = () => resolve(read(request.status, request.response));
    request.onerror = () => resolve({ afterSeconds: RETRY_SECONDS });
    request.send(content);
  });
}

function read(status: number, said: unknown): Uploaded {
  const { id, reason, retry_after } = (said ?? {}) as Record<string, unknown>;
  if (status === 200 && typeof id === "string") return { id };
  if (typeof reason === "string" && [400, 403, 409, 413, 415].includes(status)) {
    return { refused: reason };
  }
  return { afterSeconds: typeof retry_after === "number" ? retry_after : RETRY_SECONDS };
}
