// Events as bars on an axis of time, and a row of counts: events and reports apart.
import "./vendor/d3-7.9.0.js";
import { twin } from "./twin.js";

const { d3 } = globalThis;
const ROW = 22, TOP = 90, LEFT = 16;
const COLOURS = ["", "#1f5fa8", "#2e7d32", "#c77700", "#b3261e"];
const day = (text) => new Date(`${text}T00:00:00`);
const next = (text) => d3.timeDay.offset(day(text), 1);

function draw(data) {
  const box = document.getElementById("drawing");
  const ends = data.bars.flatMap((b) => [b.earliest, b.latest]).filter(Boolean).sort();
  if (!ends.length) {
    box.textContent = "No dated events. Clear the filters, or add documents.";
    return;
  }
  const width = Math.max(box.clientWidth - 4, 640);
  const scale = d3.scaleTime()
    .domain([d3.timeDay.offset(day(ends[0]), -3), d3.timeDay.offset(day(ends.at(-1)), 4)])
    .range([LEFT, width - LEFT]);
  const svg = d3.select(box).append("svg")
    .attr("width", width).attr("height", TOP + data.bars.length * ROW + 20);
  fade(svg);
  counts(svg, data.months, scale);
  svg.append("g").attr("transform", `translate(0, ${TOP - 22})`).call(d3.axisBottom(scale));
  const bars = svg.selectAll("a.bar").data(data.bars).join("a")
    .attr("class", "bar").attr("href", (b) => `/events/${encodeURIComponent(b.id)}`);
  bars.append("rect")
    .attr("x", (b) => scale(start(b)))
    .attr("y", (_, i) => TOP + i * ROW + 5)
    .attr("width", (b) => Math.max(scale(end(b)) - scale(start(b)), 5))
    .attr("height", ROW - 10).attr("rx", 2)
    .attr("fill", (b) => (b.earliest && b.latest ? COLOURS[b.quad] : "url(#faded)"));
  bars.append("text")
    .attr("y", (_, i) => TOP + i * ROW + ROW - 7)
    .text((b) => `${b.label} (${b.reports})`)
    .each(function (b) {
      place(this, scale(start(b)), Math.max(scale(end(b)), scale(start(b)) + 5), width);
    });
}

// A label stands behind its bar, before it where there is no room, else on it.
function place(label, from, to, width) {
  const room = label.getComputedTextLength() + 8;
  const behind = to + room < width, before = from - room > 0;
  label.setAttribute("x", behind ? to + 6 : before ? from - 6 : Math.max(from, 0) + 6);
  label.setAttribute("text-anchor", !behind && before ? "end" : "start");
  if (!behind && !before) label.classList.add("on-bar");
}

// An end that is not known is drawn faded, a fortnight long.
const start = (b) => (b.earliest ? day(b.earliest) : d3.timeDay.offset(day(b.latest), -14));
const end = (b) => (b.latest ? next(b.latest) : d3.timeDay.offset(day(b.earliest), 14));
function fade(svg) {
  const gradient = svg.append("defs").append("linearGradient").attr("id", "faded");
  gradient.append("stop").attr("offset", "0").attr("stop-color", "#888").attr("stop-opacity", 0.05);
  gradient.append("stop").attr("offset", "1").attr("stop-color", "#888").attr("stop-opacity", 0.9);
}

function counts(svg, months, scale) {
  const most = d3.max(months, (m) => m[2]) ?? 1;
  const height = d3.scaleLinear([0, most], [0, 44]);
  const group = svg.append("g");
  for (const [month, events, reports] of months) {
    const x = scale(new Date(`${month}-01T00:00:00`));
    const wide = Math.max(scale(d3.timeMonth.offset(new Date(`${month}-01T00:00:00`), 1)) - x - 2, 3);
    bar(group, x, wide, height(reports), 0.35, `${month}: ${reports} reports`);
    bar(group, x, wide, height(events), 1, `${month}: ${events} events`);
  }
  group.append("text").attr("x", LEFT).attr("y", 12).text("dark: events, light: reports, a month");
}

function bar(group, x, width, height, opacity, title) {
  group.append("rect").attr("x", x).attr("width", width).attr("y", 64 - height)
    .attr("height", height).attr("fill", "#5d6b7a").attr("opacity", opacity)
    .append("title").text(title);
}

draw(await twin());
