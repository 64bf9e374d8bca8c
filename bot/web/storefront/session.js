// Keeps widget and pages one visitor. The pages know theirs by a cookie that scripts cannot read;
// the widget keeps its token in localStorage. Runs before the widget.
const TOKEN = "shopkeeper-token"; // the widget's own key
const VISIT = "shopkeeper-visit"; // which session the token was for
const page = document.documentElement.dataset.visit;
const token = localStorage.getItem(TOKEN);

if (page && page !== localStorage.getItem(VISIT)) {
  // Signed in or out since: the widget asks `/api/session` and gets the cookie's token.
  localStorage.removeItem(TOKEN);
  localStorage.setItem(VISIT, page);
} else if (!page && token) {
  // The cookie is gone or was never there: the page becomes the widget's visitor.
  const headers = { Authorization: `Bearer ${token}` };
  const answer = await fetch("/api/session", { method: "POST", headers });
  if (answer.status === 403) localStorage.removeItem(TOKEN);
}
