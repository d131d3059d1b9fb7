#pragma once

#include "ui/desktop/prompts/costlines.h"

#include <QtWidgets/QWidget>

class QGridLayout;

namespace keyway {

class MoneyLabel;
class TextLabel;

/// "Cost of this answer": the multiplication itself, with the fee as a line of its own.
class CostPanel : public QWidget {
    Q_OBJECT
public:
    explicit CostPanel(QWidget *parent = nullptr);
    void setLines(const CostLines &lines);
    /// The whole panel in words, for the key that says it.
    QString spoken() const;

private:
    struct Row {
        TextLabel *label;
        MoneyLabel *amount;
    };
    Row row(qsizetype index);

    CostLines m_lines;
    QWidget *m_live;
    TextLabel *m_unknown;
    QGridLayout *m_grid;
    QList<Row> m_rows;
    QWidget *m_divider;
    TextLabel *m_totalLabel;
    MoneyLabel *m_total;
};

} // namespace keyway
