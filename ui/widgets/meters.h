#pragma once

#include "ui/widgets/paint.h"
#include "ui/widgets/paintedwidget.h"

namespace keyway {

/// How much of a limit is used; 1000 is all of it, more is possible.
class UsageBar : public PaintedWidget {
    Q_OBJECT
public:
    explicit UsageBar(QWidget *parent = nullptr);
    void setUsed(int permille, BarTone tone);
    int permille() const { return m_permille; }
    QSize sizeHint() const override { return {120, 6}; }
    QSize minimumSizeHint() const override { return {30, 6}; }
    QString spokenText() const override;
    std::optional<int> spokenPercent() const override { return (m_permille + 5) / 10; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    int m_permille = 0;
    BarTone m_tone = BarTone::Normal;
};

/// One bar a day. Set an accessible name ("Costs by day, 1 to 18 November") and a description.
class Sparkline : public PaintedWidget {
    Q_OBJECT
public:
    explicit Sparkline(const QString &serviceId = {}, QWidget *parent = nullptr);
    void setValues(const QList<qint64> &values);
    void setService(const QString &serviceId);
    QSize sizeHint() const override { return {112, 24}; }
    QSize minimumSizeHint() const override { return {48, 24}; }
    QString spokenText() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_service;
    QList<qint64> m_values;
};

} // namespace keyway
