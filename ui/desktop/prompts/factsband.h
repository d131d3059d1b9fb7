#pragma once

#include "ui/widgets/cardframe.h"

#include <QtCore/QList>

class QGridLayout;

namespace keyway {

class Tag;
class TextLabel;

/// Facts in a row, each a small word above its value ("First word", "0.41 s") with a tag beside it
/// where it has one. Or a sentence in their place.
class FactsBand : public Band {
    Q_OBJECT
public:
    struct Fact {
        QString label;
        QString value;
        QString spoken; ///< of the value; empty: as it is written
        QString tag;
    };
    explicit FactsBand(QWidget *parent = nullptr);
    void setFacts(const QList<Fact> &facts);
    void setSentence(const QString &sentence);
    /// Whether the facts need two rows in a band of this width.
    bool needsTwoRows(int width) const;
    void setTwoRows(bool two);
    /// "First word 0.41 s, Finished 4.9 s, Faster"
    QString spokenText() const override { return m_spoken; }

private:
    struct Cell {
        QWidget *holder;
        TextLabel *label;
        TextLabel *value;
        Tag *tag;
    };
    Cell makeCell();
    void arrange();

    QList<Cell> m_cells;
    TextLabel *m_sentence;
    QGridLayout *m_grid;
    QString m_spoken;
    bool m_twoRows = false;
};

} // namespace keyway
