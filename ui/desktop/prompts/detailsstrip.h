#pragma once

#include "ui/widgets/paintedwidget.h"

class QPushButton;

namespace keyway {

class ElidedLabel;
class TextLabel;
class MoneyLabel;

/// In windows without room for the right side: why this service and the cost so far, in one line.
class DetailsStrip : public PaintedWidget {
    Q_OBJECT
public:
    explicit DetailsStrip(QWidget *parent = nullptr);
    void setLine(const QString &strategy, const QString &sentence, const QString &costLabel,
                 const QString &cost, const QString &spoken);
    QPushButton *button() const { return m_button; }
    QString spokenText() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    TextLabel *m_strategy;
    ElidedLabel *m_sentence;
    TextLabel *m_costLabel;
    MoneyLabel *m_cost;
    QPushButton *m_button;
};

} // namespace keyway
