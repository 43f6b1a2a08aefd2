// Places of events; the shape says how exact the place is.
(() => {
const { L, topojson, khaldun } = globalThis;
const css = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
const SIZES = { point: 5, town: 7, district: 13 };

function land(borders) {
  const world = khaldun.read("world");
  const shapes = topojson.feature(world, world.objects[borders ? "countries" : "land"]);
  for (const shape of shapes.features ?? [shapes]) joined(shape.geometry);
  return shapes;
}

// A coast that crosses the antimeridian goes on beyond 180 degrees and not round the world.
function joined({ type, coordinates }) {
  for (const polygon of type === "Polygon" ? [coordinates] : coordinates) {
    for (const ring of polygon) {
      for (let i = 1; i < ring.length; i++) {
        const gap = ring[i][0] - ring[i - 1][0];
        if (Math.abs(gap) > 180) ring[i] = [ring[i][0] - Math.sign(gap) * 360, ring[i][1]];
      }
    }
  }
}

function listed(pin) {
  const list = document.createElement("ul");
  for (const [id, label] of pin.events) {
    const item = document.createElement("li");
    item.append(khaldun.link(`/events/${encodeURIComponent(id)}`, label));
    list.append(item);
  }
  const title = khaldun.element("h2", `${pin.place} (${pin.precision})`);
  document.getElementById("picked").replaceChildren(title, list);
}

function mark(pin) {
  const dashed = pin.precision === "district";
  return L.circleMarker([pin.latitude, pin.longitude], {
    radius: SIZES[pin.precision] + Math.min(Math.sqrt(pin.events.length), 12),
    color: css("--quad-4"), weight: 2, fillOpacity: dashed ? 0.1 : 0.5, dashArray: dashed ? "4 4" : null,
  }).bindTooltip(words(`${pin.place}: ${pin.events.length}`)).on("click", () => listed(pin));
}

// Leaflet takes text for markup unless it is given a node.
const words = (text) => khaldun.element("span", text);

function style(line = "--faint") {
  const shape = { color: css(line), weight: 1, fillColor: css("--rule"), fillOpacity: 0.5 };
  return { style: shape, interactive: false, filter: (f) => !/Point/.test(f.geometry?.type) };
}

const { data } = khaldun;
const map = L.map("drawing", { preferCanvas: true, worldCopyJump: true, zoomSnap: 0.5 })
  .setView([20, 15], 2);
map.attributionControl.setPrefix(false);
const drawn = {
  "countries (Natural Earth)": L.geoJSON(land(true), style()),
  "land only": L.geoJSON(land(false), style()),
};
Object.values(drawn)[0].addTo(map);
const layers = L.control.layers(drawn, null, { collapsed: false }).addTo(map);
const pins = L.featureGroup(data.pins.map(mark)).addTo(map);
if (data.pins.length) map.fitBounds(pins.getBounds().pad(0.15), { maxZoom: 7 });
// A click on the ground draws the layer anew over the pins otherwise.
map.on("baselayerchange", () => pins.bringToFront());

// The same as a list, for who does not point.
const places = document.getElementById("places");
for (const pin of data.pins) {
  const button = khaldun.element("button", `${pin.place} (${pin.events.length})`);
  button.type = "button";
  button.addEventListener("click", () => {
    map.setView([pin.latitude, pin.longitude], Math.max(map.getZoom(), 6));
    listed(pin);
  });
  places.append(button);
}

// Boundaries of one's own are read in the page and sent nowhere.
document.getElementById("boundaries").addEventListener("change", async ({ target }) => {
  const [file] = target.files;
  const told = document.getElementById("boundaries-told");
  if (!file) return;
  try {
    layers.addOverlay(L.geoJSON(JSON.parse(await file.text()), style("--event")).addTo(map),
      words(file.name).innerHTML);
    told.textContent = "";
  } catch {
    told.textContent = `${file.name} is not GeoJSON with coordinates in degrees.`;
  }
});
})();
