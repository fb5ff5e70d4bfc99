"use strict";

// Everything is found by ids: "t" and a path is a place in the text, "r" and a path its record,
// "f/0" the gravest finding. Listeners sit on the document, so that a brochure of 400 sections
// needs no more of them than one of ten.
{
  const $ = (id) => document.getElementById(id);
  const all = (selector, within = document) => [...within.querySelectorAll(selector)];
  const [text, pages, list, said] = ["text", "pages", "list", "said"].map($);
  const [query, kreis, kind, severity, reset, status] =
    ["query", "kreis", "kind", "severity", "reset", "status"].map($);

  const say = (words) => {
    said.textContent = words;
    clearTimeout(say.timer);
    say.timer = setTimeout(() => { said.textContent = ""; }, 4000);
  };
  const remember = (key, value) => { try { localStorage.setItem(`kreislese.${key}`, value); } catch { /* not allowed here */ } };
  const remembered = (key) => { try { return localStorage.getItem(`kreislese.${key}`); } catch { return null; } };

  // Going from one side to the other

  const isNarrow = () => matchMedia("(width < 60rem)").matches;
  const sideOf = (element) => (element.closest("#source") ? "source" : "records");
  const showSide = (side) => {
    document.body.dataset.side = side;
    for (const button of all("[data-show]")) button.ariaPressed = String(button.dataset.show === side);
  };
  const showView = (view) => {
    if (!pages) return;
    pages.hidden = view !== "pages";
    text.hidden = view === "pages";
    for (const button of all("[data-view]")) button.ariaPressed = String(button.dataset.view === view);
  };
  const framesOf = (id) => (pages ? all(`[data-of="${CSS.escape(id)}"]`, pages) : []);

  const bring = (element) => {
    element.scrollIntoView({ block: "center", inline: "nearest" });
    // what comes into view is laid out only then, and may be larger than it was taken for
    requestAnimationFrame(() => element.scrollIntoView({ block: "center", inline: "nearest" }));
  };
  const flash = (elements) => {
    for (const element of all(".here")) element.classList.remove("here", "flash");
    for (const element of elements) {
      element.classList.remove("flash");
      void element.getBoundingClientRect(); // starts the animation anew
      element.classList.add("flash", "here");
    }
  };
  const pieces = (element) => [element, ...all(`[data-of="${CSS.escape(element.id)}"]`, text)];

  const placeOf = (id) => {
    const frames = pages && !pages.hidden ? framesOf(id) : [];
    return frames.length ? frames : $(id) && $(id) !== text ? pieces($(id)) : [];
  };
  const showPlace = (id, { focus = true } = {}) => {
    const places = placeOf(id);
    if (!places.length) return;
    if (pages && places[0] === $(id) && !pages.hidden) showView("text");
    bring(places[0]);
    flash(places);
    if (focus) {
      if (isNarrow()) { showSide("source"); bring(places[0]); }
      hold(places[0]);
    }
  };
  const showRecord = (id, { focus = true, light = true } = {}) => {
    const row = $(id);
    if (!row) return;
    if (row.closest("[hidden]")) clear();
    if (focus && isNarrow()) showSide("records");
    bring(row);
    if (light) flash([row]);
    if (focus) hold(row.querySelector("a.go") ?? row);
  };
  const hold = (element) => {
    if (!element.matches("a, button, input, select")) element.tabIndex = -1;
    element.focus({ preventScroll: true });
  };
  /** The record of a place in the text: its own, or that of what holds it. */
  const recordOf = (element) => {
    let path = (element.dataset.of ?? element.id).slice(1);
    if (path.startsWith("/f/")) return document.querySelector(`[data-place="${CSS.escape(`t${path}`)}"]`)?.getAttribute("href").slice(1);
    if (path.endsWith("/heading")) path = path.slice(0, -"/heading".length);
    while (path && !$(`r${path}`)) path = path.slice(0, path.lastIndexOf("/"));
    return path ? `r${path}` : null;
  };
  const placeAt = (element) => element.closest('[id^="t/"], [data-of]');

  // Findings, Landkreise and values one after the other

  const next = (elements, at, step) => {
    if (!elements.length) return null;
    return at < 0 ? elements.at(step > 0 ? 0 : -1) : elements[Math.min(Math.max(at + step, 0), elements.length - 1)];
  };
  const choose = (finding) => {
    for (const other of all(".finding[aria-current]")) other.removeAttribute("aria-current");
    finding.setAttribute("aria-current", "true");
    const link = finding.querySelector("a");
    finding.closest("details").open = true;
    finding.scrollIntoView({ block: "nearest" });
    const target = link.getAttribute("href").slice(1);
    if (target.startsWith("r")) showRecord(target, { focus: false, light: false });
    showPlace(link.dataset.place, { focus: false });
    if (target.startsWith("r")) $(target)?.classList.add("flash", "here");
    hold(link);
  };
  const stepFinding = (step) => {
    const shown = all(".finding:not([hidden])");
    const finding = next(shown, shown.findIndex((each) => each.ariaCurrent === "true"), step);
    if (finding) choose(finding); else say("No findings.");
  };
  const stepKreis = (step) => {
    const shown = all(".kreis[data-kreis]:not([hidden])");
    const top = list.getBoundingClientRect().top;
    const at = shown.findLastIndex((each) => each.getBoundingClientRect().top < top + 20);
    const section = next(shown, at, step);
    if (!section) return;
    section.scrollIntoView({ block: "start" });
    requestAnimationFrame(() => section.scrollIntoView({ block: "start" }));
    const link = section.querySelector("h3 a");
    $(link.getAttribute("href").slice(1))?.scrollIntoView({ block: "start" });
    hold(link);
  };
  const stepValue = (step) => {
    const marks = all('mark[id^="t/"]', text).filter((each) => !each.closest("[hidden]"));
    const now = document.activeElement?.closest?.("#text mark") ?? text.querySelector(".here");
    const behind = now ? marks.findIndex((each) => each === now || now.compareDocumentPosition(each) & Node.DOCUMENT_POSITION_FOLLOWING) : -1;
    const mark = next(marks, marks[behind] === now ? behind : behind - (step > 0), step);
    if (!mark) return;
    showView("text");
    showSide("source");
    bring(mark);
    flash([mark]);
    hold(mark);
  };

  // Searching and filtering

  const fold = (words) => words.toLocaleLowerCase("de");
  let nodes = null, starts = [], haystack = "", hits = [], hit = -1;
  const collect = () => {
    nodes = []; starts = [];
    const walker = document.createTreeWalker(text, NodeFilter.SHOW_TEXT);
    const parts = [];
    for (let length = 0; walker.nextNode();) {
      nodes.push(walker.currentNode);
      starts.push(length);
      const lower = fold(walker.currentNode.data);
      const part = lower.length === walker.currentNode.length ? lower : walker.currentNode.data;
      parts.push(part);
      length += part.length;
    }
    haystack = parts.join("");
  };
  const at = (offset) => {
    let low = 0, high = starts.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if (starts[middle] <= offset) low = middle; else high = middle - 1;
    }
    return [nodes[low], offset - starts[low]];
  };
  const MOST_HITS = 5000;
  const search = (words) => {
    hits = []; hit = -1;
    globalThis.CSS.highlights?.clear();
    if (!words) return;
    if (!nodes) collect();
    for (let from = haystack.indexOf(words); from >= 0 && hits.length < MOST_HITS; from = haystack.indexOf(words, from + words.length)) {
      const range = new Range();
      range.setStart(...at(from));
      const [node, offset] = at(from + words.length - 1);
      range.setEnd(node, offset + 1);
      if (!range.startContainer.parentElement.closest("[hidden]:not(#text)")) hits.push(range);
    }
    if (globalThis.Highlight) CSS.highlights.set("found", new Highlight(...hits));
  };
  const goToHit = (step) => {
    if (!hits.length) return;
    hit = (hit + step + hits.length) % hits.length;
    if (globalThis.Highlight) CSS.highlights.set("current", new Highlight(hits[hit]));
    showView("text");
    if (isNarrow()) showSide("source");
    const [start] = [hits[hit].startContainer.parentElement];
    bring(start);
    status.textContent = `${hit + 1} of ${hits.length} in the text`;
  };

  const words = new WeakMap();
  const wordsOf = (element) => {
    if (!words.has(element)) words.set(element, fold(element.textContent));
    return words.get(element);
  };
  const isOf = (element, chosen) => !chosen || element.dataset.kind === chosen || element.querySelector(`[data-kind="${chosen}"]`) !== null;
  const apply = () => {
    const wanted = fold(query.value.trim());
    const [where, what, how] = [kreis.value, kind.value, severity.value];
    const filtered = Boolean(wanted || where || what || how);
    let shown = 0;
    for (const section of all(".kreis")) {
      const here = (!where || section.dataset.kreis === where) && (!how || (section.dataset.severities ?? "").split(" ").includes(how));
      const named = wanted && wordsOf(section.querySelector("h3")).includes(wanted);
      let some = false;
      for (const item of all(".item", section)) {
        item.hidden = !(here && isOf(item, what) && (!wanted || named || wordsOf(item).includes(wanted)));
        some ||= !item.hidden;
        for (const row of all(".row[data-kind]", item)) row.hidden = Boolean(what && what !== row.dataset.kind && row.dataset.kind !== "name");
      }
      for (const group of all(".group", section)) group.hidden = Boolean(wanted || what) && !group.querySelector(".item:not([hidden])");
      section.hidden = !here || (Boolean((wanted && !named) || (what && what !== "heading")) && !some);
      shown += !section.hidden && section.dataset.kreis ? 1 : 0;
    }
    for (const part of all(".part", text)) part.hidden = Boolean(where) && part.dataset.kreis !== where;
    for (const finding of all(".finding")) {
      finding.hidden = Boolean(
        (where && finding.dataset.kreis !== where) || (how && finding.dataset.severity !== how) ||
        (what && finding.dataset.kind !== what) || (wanted && !wordsOf(finding).includes(wanted)));
    }
    document.body.classList.toggle("only", Boolean(what));
    for (const mark of all(".chosen")) mark.classList.remove("chosen");
    if (what) for (const mark of all(`mark.${what}, rect.${what}`)) mark.classList.add("chosen");
    search(wanted);
    reset.hidden = !filtered;
    $("nothing").hidden = shown > 0 || !filtered;
    const places = wanted ? `, ${hits.length}${hits.length === MOST_HITS ? "+" : ""} in the text` : "";
    status.textContent = filtered ? `${shown} of ${all(".kreis[data-kreis]").length} Landkreise${places}` : "";
  };
  const clear = () => {
    for (const field of [query, kreis, kind, severity]) field.value = "";
    apply();
  };

  // Copying a contact

  const asLines = (card) => all(".row", card).map((row) => {
    const [label, value] = [row.querySelector("dt"), row.querySelector(".go")];
    return ["phone", "mail", "website"].includes(row.dataset.kind) ? `${label.textContent}: ${value.textContent}` : value.textContent;
  });
  const copy = async (card) => {
    const lines = asLines(card).join("\n");
    try {
      await navigator.clipboard.writeText(lines);
    } catch { // not allowed, or a file opened from disk in a browser that takes it for unsafe
      const area = document.createElement("textarea");
      area.value = lines;
      area.ariaLabel = "Copied";
      document.body.append(area);
      area.select();
      const done = document.execCommand("copy");
      area.remove();
      if (!done) return say("The browser does not allow copying.");
    }
    say(`Copied ${card.ariaLabel}.`);
  };

  // Light and dark

  const isDark = () => (document.documentElement.dataset.theme ?? (matchMedia("(prefers-color-scheme: dark)").matches ? "dark" : "light")) === "dark";
  const setTheme = (theme) => {
    if (theme === "dark" || theme === "light") document.documentElement.dataset.theme = theme;
    $("theme").textContent = isDark() ? "Light" : "Dark";
  };
  const turn = () => {
    setTheme(isDark() ? "light" : "dark");
    remember("theme", document.documentElement.dataset.theme);
  };

  // What people do

  document.addEventListener("click", (event) => {
    const target = event.target;
    const finding = target.closest(".finding > a");
    const link = target.closest('a[href^="#"]:not(.skip)');
    const button = target.closest("button");
    if (finding) {
      event.preventDefault();
      choose(finding.parentElement);
      if (isNarrow()) showSide("records");
    } else if (link) {
      event.preventDefault();
      const id = link.getAttribute("href").slice(1);
      if (id.startsWith("f/")) choose($(id)); else if (id.startsWith("t")) showPlace(id);
    } else if (button) {
      if (button.dataset.show) showSide(button.dataset.show);
      if (button.dataset.view) showView(button.dataset.view);
      if (button.matches(".copy")) copy(button.closest(".card"));
    } else if (target.closest("#source") && getSelection().isCollapsed) {
      const place = placeAt(target);
      const id = place && recordOf(place);
      if (id) { showRecord(id); flash([$(id), ...(place.dataset.of ? [place] : pieces(place))]); }
    }
  });

  const KEYS = {
    j: () => stepFinding(1),
    k: () => stepFinding(-1),
    J: () => stepKreis(1),
    K: () => stepKreis(-1),
    n: () => stepValue(1),
    p: () => stepValue(-1),
    "/": () => { query.focus(); query.select(); },
    v: () => { if (pages) showView(pages.hidden ? "pages" : "text"); },
    c: () => {
      const card = document.activeElement?.closest(".contact") ?? document.querySelector(".card.here, .card:has(.here)");
      if (card?.matches(".card")) copy(card); else say("No contact is chosen.");
    },
    d: turn,
    "?": () => $("keys").showModal(),
    Enter: (event) => {
      const place = placeAt(document.activeElement);
      const id = place && recordOf(place);
      if (!id) return;
      event.preventDefault();
      showRecord(id);
    },
    Escape: () => {
      if (!reset.hidden) clear();
      document.activeElement?.blur();
    },
  };
  document.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector("dialog[open]")) return;
    const typing = event.target.matches("input:not([type=checkbox]), textarea, select");
    if (event.target === query && event.key === "Enter") goToHit(event.shiftKey ? -1 : 1);
    if (typing && event.key !== "Escape") return;
    if (event.key === "Enter" && !event.target.closest("#text, #pages")) return;
    if (event.key.length === 1 && !$("keys-on").checked) return;
    const deed = Object.hasOwn(KEYS, event.key) ? KEYS[event.key] : null;
    if (!deed) return;
    if (event.key.length === 1) event.preventDefault();
    deed(event);
  });

  // an edit has replaced parts of the page: what was remembered of the old ones goes
  document.addEventListener("kreislese:changed", () => { nodes = null; apply(); });

  let timer = 0;
  query.addEventListener("input", () => { clearTimeout(timer); timer = setTimeout(apply, 120); });
  for (const field of [kreis, kind, severity]) field.addEventListener("change", apply);
  reset.addEventListener("click", () => { clear(); query.focus(); });
  $("theme").addEventListener("click", turn);
  $("help").addEventListener("click", () => $("keys").showModal());
  $("keys-on").addEventListener("change", (event) => remember("keys", event.target.checked ? "on" : "off"));
  $("keys-on").checked = remembered("keys") !== "off";
  matchMedia("(prefers-color-scheme: dark)").addEventListener("change", () => setTheme());
  setTheme(remembered("theme"));
}
