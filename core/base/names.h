#pragma once

#include <QtCore/QString>

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>
#include <utility>

namespace keyway {

/// The values of an enumeration beside the names that files, tables and wires know them by.
template <class Value, std::size_t size>
using Names = std::array<std::pair<Value, QLatin1StringView>, size>;

/// Empty for a value that the table leaves out.
template <class Value, std::size_t size>
QString nameIn(const Names<Value, size> &names, Value wanted)
{
    const auto found = std::find_if(names.begin(), names.end(),
                                    [wanted](const auto &pair) { return pair.first == wanted; });
    return found == names.end() ? QString() : QString(found->second);
}

/// Names are compared with their case.
template <class Value, std::size_t size>
std::optional<Value> valueIn(const Names<Value, size> &names, QStringView wanted)
{
    const auto found = std::find_if(names.begin(), names.end(),
                                    [wanted](const auto &pair) { return pair.second == wanted; });
    return found == names.end() ? std::nullopt : std::optional(found->first);
}

} // namespace keyway
