"""Rows in POLECAT's columns, all invented."""

from khaldun.exchange.polecat.columns import COLUMNS

RAID = {
    "Event ID": "20250304-7",
    "Event Date": "2025-03-04",
    "Event Type": "ASSAULT",
    "Event Mode": "firearms",
    "Intensity": "-9",
    "Quad Code": "MATERIAL CONFLICT",
    "Contexts": "military;territory",
    "Actor Name": "Karda Brigade;Sons of Karda",
    "Actor Country": "LBY",
    "Actor COW": "620",
    "Primary Actor Sector": "REB",
    "Recipient Name": "River Gazette",
    "Recipient Country": "LBY",
    "Primary Recipient Sector": "JRN",
    "Placename": "Karda",
    "City": "Karda",
    "Country": "LBY",
    "Latitude": "26.5",
    "Longitude": "-14.25",
    "GeoNames ID": "12345",
    "Source": "River Post",
    "Publication Date": "2025-03-05",
    "Language": "en",
}


def line_of(row: dict[str, str]) -> str:
    return "\t".join(row.get(column, "None") for column in COLUMNS)


def file_of(*rows: dict[str, str]) -> bytes:
    return "\n".join(["\t".join(COLUMNS), *map(line_of, rows), ""]).encode()
