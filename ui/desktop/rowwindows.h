#pragma once

#include <QtCore/QHash>
#include <QtCore/QList>
#include <QtCore/QSet>

#include <algorithm>
#include <cstdlib>
#include <optional>

namespace keyway {

/// What was read of a long list, in windows of rows; those farthest from the last one are let go.
template <class Value> class RowWindows {
public:
    static constexpr int Rows = 100;
    static constexpr int Kept = 20; ///< those around the last one that came

    void clear()
    {
        m_windows.clear();
        m_asked.clear();
    }
    /// Windows that could not be read are wanted again when they are looked at.
    void forgetAsked() { m_asked.clear(); }

    /// Null while it is not read.
    const Value *at(int row) const
    {
        const auto window = m_windows.constFind(firstOf(row));
        if (window == m_windows.constEnd())
            return nullptr;
        const int place = row - firstOf(row);
        return place < window->size() ? &window->at(place) : nullptr;
    }
    /// The first row of the window that has to be read for this one; nothing where it is there, or
    /// was asked for. Counts as asked for from then on.
    std::optional<int> ask(int row)
    {
        const int first = firstOf(row);
        if (m_windows.contains(first) || m_asked.contains(first))
            return std::nullopt;
        m_asked.insert(first);
        return first;
    }
    void put(int first, const QList<Value> &rows)
    {
        m_asked.remove(first);
        m_windows.insert(first, rows);
        if (m_windows.size() <= Kept)
            return;
        const QList<int> kept = m_windows.keys();
        m_windows.remove(*std::max_element(kept.begin(), kept.end(), [first](int a, int b) {
            return std::abs(a - first) < std::abs(b - first);
        }));
    }

private:
    static int firstOf(int row) { return row - row % Rows; }

    QHash<int, QList<Value>> m_windows; ///< by first row
    QSet<int> m_asked;
};

} // namespace keyway
