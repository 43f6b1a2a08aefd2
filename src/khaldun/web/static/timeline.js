// Events as bars on an axis of time, and a row of counts: events and reports apart.
(() => {
const { d3, khaldun } = globalThis;
const ROW = 22, HEAD = 92, LEFT = 16, WIDE = 200;
const QUADS = [[1, "verbal cooperation"], [2, "material cooperation"], [3, "verbal conflict"], [4, "material conflict"]];
const day = (text) => new Date(`${text}T00:00:00`);

// An end that is not known is drawn faded, a fortnight long.
const start = (b) => (b.earliest ? day(b.earliest) : d3.timeDay.offset(day(b.latest), -14));
const end = (b) => d3.timeDay.offset(b.latest ? day(b.latest) : day(b.earliest), b.latest ? 1 : 14);

function draw(data) {
  const box = document.getElementById("drawing");
  if (!data.bars.length) {
    box.append(khaldun.element("p", "No dated events. Clear the filters, or add documents.", "none"));
    return;
  }
  const width = Math.max(box.clientWidth - 4, 640);
  const scale = d3.scaleTime().domain(domain(data.bars)).range([LEFT, width - LEFT]).clamp(true);
  const head = d3.select(box).append("svg").attr("class", "axis")
    .attr("width", width).attr("height", HEAD);
  counts(head, data.months, scale);
  head.append("g").attr("transform", `translate(0, ${HEAD - 24})`).call(d3.axisBottom(scale));
  const svg = d3.select(box).append("svg")
    .attr("width", width).attr("height", data.bars.length * ROW + 12);
  fades(svg);
  const bars = svg.selectAll("a.bar").data(data.bars).join("a")
    .attr("class", "bar").attr("href", (b) => khaldun.address(`/events/${encodeURIComponent(b.id)}`));
  bars.append("title").text((b) => `${b.label}: ${b.earliest ?? "unknown"} to ${b.latest ?? "unknown"}`);
  bars.append("rect")
    .attr("x", (b) => scale(start(b)))
    .attr("y", (_, i) => i * ROW + 5)
    .attr("width", (b) => length(b, scale))
    .attr("height", ROW - 10).attr("rx", 2)
    .style("fill", paint);
  bars.append("text")
    .attr("y", (_, i) => i * ROW + ROW - 7)
    .text((b) => `${b.label} (${b.reports})`)
    .each(function (b) {
      place(this, scale(start(b)), scale(start(b)) + length(b, scale), width);
    });
  legend(box);
}

const length = (b, scale) => Math.max(scale(end(b)) - scale(start(b)), 5);

// Events that are dated to a year or so must not squeeze all others into a corner.
function domain(bars) {
  const exact = bars.filter((b) => d3.timeDay.count(start(b), end(b)) <= WIDE);
  const shown = exact.length ? exact : bars;
  return [d3.timeDay.offset(d3.min(shown, start), -3), d3.timeDay.offset(d3.max(shown, end), 3)];
}

function paint(b) {
  if (b.earliest && b.latest) return `var(--quad-${b.quad})`;
  return `url(#${b.earliest ? "after" : "before"}-${b.quad})`;
}

// A label stands behind its bar, before it where there is no room, else on it.
function place(label, from, to, width) {
  const room = label.getComputedTextLength() + 8;
  const behind = to + room < width, before = from - room > 0;
  label.setAttribute("x", behind ? to + 6 : before ? from - 6 : Math.max(from, 0) + 6);
  label.setAttribute("text-anchor", !behind && before ? "end" : "start");
  if (!behind && !before) label.classList.add("on-bar");
}

function fades(svg) {
  const all = svg.append("defs");
  for (const [quad] of [[0], ...QUADS]) {
    for (const [name, from, to] of [["before", 0.05, 0.9], ["after", 0.9, 0.05]]) {
      const gradient = all.append("linearGradient").attr("id", `${name}-${quad}`);
      for (const [offset, opacity] of [[0, from], [1, to]]) {
        gradient.append("stop").attr("offset", offset).attr("stop-opacity", opacity)
          .style("stop-color", `var(--quad-${quad})`);
      }
    }
  }
}

function counts(svg, months, scale) {
  const height = d3.scaleLinear([0, d3.max(months, (m) => m[2]) ?? 1], [0, 44]);
  const group = svg.append("g");
  for (const [month, events, reports] of months) {
    const first = day(`${month}-01`), x = scale(first);
    const wide = scale(d3.timeMonth.offset(first, 1)) - x - 2;
    if (wide < 1) continue;
    bar(group, x, wide, height(reports), 0.35, `${month}: ${reports} reports`);
    bar(group, x, wide, height(events), 1, `${month}: ${events} events`);
  }
  group.append("text").attr("x", LEFT).attr("y", 12).text("a month: dark events, light reports");
}

function bar(group, x, width, height, opacity, title) {
  group.append("rect").attr("x", x).attr("width", width).attr("y", 66 - height)
    .attr("height", height).style("fill", "var(--faint)").attr("opacity", opacity)
    .append("title").text(title);
}

function legend(box) {
  const line = khaldun.element("p", "", "legend");
  for (const [quad, name] of QUADS) {
    const swatch = khaldun.element("span", name, "swatch");
    swatch.style.setProperty("--swatch", `var(--quad-${quad})`);
    line.append(swatch);
  }
  box.after(line);
}

draw(khaldun.data);
})();
