/** Who visits the page: the page says so by a short-lived token that its server has signed. */

/** Gives a fresh token each time, or null when nobody is logged in. */
export type SayWho = () => Promise<string | null> | string | null;

const TRIES = 3;
const ANSWER_MILLISECONDS = 1_500;
const PAUSE_MILLISECONDS = 250;

/** The page's word from an address of its site, which answers `{"token": …}`. */
export function sayWhoAt(address: string): SayWho {
  return async () => {
    const signal = AbortSignal.timeout(ANSWER_MILLISECONDS);
    const answer = await fetch(address, { cache: "no-store", signal });
    if (answer.status === 401 || answer.status === 403) return null;
    if (!answer.ok) throw new Error(`${address}: ${answer.status}`);
    return ((await answer.json()) as { token: string | null }).token;
  };
}

/** What the page says; nobody, where it cannot say it. */
export async function whoVisits(say: SayWho | null): Promise<string | null> {
  for (let left = TRIES; say && left > 0; left--) {
    try {
      return await say();
    } catch (error) {
      console.warn("aclaro-chat: the page does not say who visits it.", error);
      await new Promise((resolve) => setTimeout(resolve, PAUSE_MILLISECONDS));
    }
  }
  return null;
}
