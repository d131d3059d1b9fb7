#pragma once

#include "ui/widgets/cardframe.h"

#include <QtCore/QList>

class QGridLayout;

namespace keyway {

class Tag;
class TextLabel;

/// Facts in a row, each a small word above its value ("First word", "0.41 s") with a tag beside it
/// where it has one; two rows where there is no room for one. Or a sentence in their place.
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
    /// "First word 0.41 s, Finished 4.9 s, Faster"
    QString spokenText() const override { return m_spoken; }

protected:
    void resizeEvent(QResizeEvent *event) override;

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
};

} // namespace keyway
